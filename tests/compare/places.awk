# places.awk - commit, path, line and rule of each finding of a JSON report, ours or gitleaks' (both have one key a line);
# with against=1, how two such lists differ
function value(text) {
	sub(/^[^:]*: /, "", text)
	sub(/,$/, "", text)
	gsub(/^"|"$/, "", text)
	return text
}

BEGIN { FS = "\t" }

!against && /^  "suppressed"/ { exit }
!against && /^ *"(rule|RuleID)":/ { rule = value($0) }
!against && /^ *"(path|File)":/ { path = value($0) }
!against && /^ *"(line|StartLine)":/ { line = value($0) }
!against && /^ *"(commit|Commit)":/ { commit = value($0) }
!against && /^ *"(fingerprint|Fingerprint)":/ { print commit "\t" path "\t" line "\t" rule; commit = "" }

against { side = FILENAME ~ /theirs$/ ? "gitleaks" : "git-sluice" }
against && !((side, $1, $2, $3) in seen) {
	seen[side, $1, $2, $3] = 1
	n[side]++
	place[side, n[side]] = $1 SUBSEP $2 SUBSEP $3
	rules[side, n[side]] = $4
}

function has(other, where,    part, distance) {
	split(where, part, SUBSEP)
	for (distance = -8; distance <= 8; distance++)
		if ((other, part[1], part[2], part[3] + distance) in seen)
			return 1
	return 0
}

function tell(side, other,    i, only, count, rule) {
	for (i = 1; i <= n[side]; i++)
		if (!has(other, place[side, i])) {
			only++
			count[rules[side, i]]++
		}
	printf "%s: %d places, %d only there\n", side, n[side], only
	for (rule in count)
		printf "  %s %d\n", rule, count[rule] | "sort"
	close("sort")
}

END {
	if (against) {
		tell("gitleaks", "git-sluice")
		tell("git-sluice", "gitleaks")
	}
}
