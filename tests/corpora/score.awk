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
	marks++
	kind[marks] = $1
	key[marks] = area "\t" $4
	keys[key[marks]] = 1
	names[marks] = touching($5, $3, $6 + 0, $7 + 0)
	touched[marks] = lines
	wanted[marks] = $8
	group[marks] = $9
	place[marks] = $5 ":" $6 "\t" $3
	in_group[$9, $1]++
	count = split(names[marks], list, " ")
	split("", once)
	for (i = 1; i <= count; i++)
		if (!(list[i] in once)) {
			once[list[i]] = 1
			of_group[$9, list[i], $1]++
		}
}

# Those of a mark's rules that speak of what its group is about: they touch a larger share of its bad than of its good.
function about(mark,    i, count, list, kept, g) {
	if (group[mark] == "-")
		return names[mark]
	kept = ""
	g = group[mark]
	count = split(names[mark], list, " ")
	for (i = 1; i <= count; i++)
		if (of_group[g, list[i], "bad"] * in_group[g, "good"] > of_group[g, list[i], "good"] * in_group[g, "bad"] ||
		    !in_group[g, "good"])
			kept = kept " " list[i]
	return kept
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
	for (k = 1; k <= marks; k++) {
		blamed = about(k)
		if (kind[k] == "bad") {
			bad[key[k]] += wanted[k]
			reached = blamed == "" ? 0 : touched[k]
			found[key[k]] += reached < wanted[k] ? reached : wanted[k]
			if (reached < wanted[k])
				print place[k] "\t" reached " of " wanted[k] names[k] >misses
		} else {
			good[key[k]]++
			if (blamed != "") {
				hit[key[k]]++
				print place[k] "\t" blamed >hits
			}
		}
	}
	sorter = "sort"
	for (one in keys) {
		split(one, parts, "\t")
		all_bad += bad[one]
		all_found += found[one]
		all_good += good[one]
		all_hit += hit[one]
		# A pipe to sort keeps the order of areas the same in every awk.
		printf "%-14s %-17s %-11s %6d %6d %5s   %6d %6d %5s\n", set, parts[1], parts[2], bad[one], found[one],
			percent(found[one], bad[one]), good[one], hit[one], percent(hit[one], good[one]) | sorter
	}
	close(sorter)
	row("all", "all", all_bad, all_found, all_good, all_hit)
}
