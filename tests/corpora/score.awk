# score.awk - compares findings with marks; reads families.txt, the findings, the marks
BEGIN { FS = "\t" }

FILENAME ~ /families\.txt$/ {
	if ($0 ~ /^#/)
		next
	areas[$1] = $2
	count = split($3, numbers, " ")
	for (i = 1; i <= count; i++)
		family[numbers[i]] = $1
	next
}

FILENAME ~ /\.findings$/ {
	n = ++per_path[$1]
	first[$1, n] = $2
	last[$1, n] = $3
	rule[$1, n] = $4
	cwes[$1, n] = $5
	next
}

# Does finding n of path speak of what the mark speaks of?
function related(path, n, cwe,    i, count, numbers, wanted) {
	if (cwe == "-")
		return 1
	wanted = cwe in family ? family[cwe] : "cwe-" cwe
	count = split(cwes[path, n], numbers, ",")
	for (i = 1; i <= count; i++)
		if (numbers[i] == cwe || (numbers[i] in family && family[numbers[i]] == wanted))
			return 1
	return 0
}

# The rules that touch the mark, "" for none; lines is how many lines they lie on.
function touching(path, cwe, from, to,    n, names, seen) {
	names = ""
	lines = 0
	split("", seen)
	for (n = 1; n <= per_path[path]; n++) {
		if (last[path, n] + 0 < from || first[path, n] + 0 > to || !related(path, n, cwe))
			continue
		names = names " " rule[path, n]
		if (!(first[path, n] in seen)) {
			seen[first[path, n]] = 1
			lines++
		}
	}
	return names
}

{
	area = $2 != "-" ? $2 : ($3 in family ? areas[family[$3]] : "input-validation")
	key = area "\t" $4
	keys[key] = 1
	names = touching($5, $3, $6 + 0, $7 + 0)
	if ($1 == "bad") {
		bad[key] += $8
		found[key] += lines < $8 ? lines : $8
		if (lines < $8)
			print $5 ":" $6 "\t" $3 "\t" lines " of " $8 names >misses
		count = split(names, list, " ")
		for (i = 1; i <= count; i++)
			of_group[$9, list[i]] = 1
	} else {
		# Judged at the end: a group's bad marks may come later.
		good[key]++
		held++
		held_key[held] = key
		held_names[held] = names
		held_group[held] = $9
		held_place[held] = $5 ":" $6 "\t" $3
	}
}

function percent(part, whole) {
	return whole ? sprintf("%.0f", 100 * part / whole) : "-"
}

function row(name, language, b, f, g, h) {
	printf "%-14s %-17s %-11s %6d %6d %5s   %6d %6d %5s\n", set, name, language, b, f, percent(f, b), g, h,
		percent(h, g)
}

END {
	printf "" >misses
	printf "" >hits
	for (k = 1; k <= held; k++) {
		count = split(held_names[k], list, " ")
		blamed = ""
		for (i = 1; i <= count; i++)
			if (held_group[k] == "-" || (held_group[k], list[i]) in of_group)
				blamed = blamed " " list[i]
		if (blamed != "") {
			hit[held_key[k]]++
			print held_place[k] "\t" blamed >hits
		}
	}
	sorter = "sort"
	for (key in keys) {
		split(key, parts, "\t")
		all_bad += bad[key]
		all_found += found[key]
		all_good += good[key]
		all_hit += hit[key]
		# A pipe to sort keeps the order of areas the same in every awk.
		printf "%-14s %-17s %-11s %6d %6d %5s   %6d %6d %5s\n", set, parts[1], parts[2], bad[key], found[key],
			percent(found[key], bad[key]), good[key], hit[key], percent(hit[key], good[key]) | sorter
	}
	close(sorter)
	row("all", "all", all_bad, all_found, all_good, all_hit)
}
