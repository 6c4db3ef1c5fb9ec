# judge.awk -v work=<directory> expected - TAP: what was found in each review, against what should have been
#
# The reviews are <work>/<name>.json, one key a line. In "staged" what the merge and the later commits add is not there yet.

function value(text) {
	sub(/^[^:]*: /, "", text)
	sub(/,$/, "", text)
	gsub(/^"|"$/, "", text)
	return text
}

# Reads the findings of one review: places[review, path] is " line:column rule" of each.
function read(review,    file, line, rule, path, row, column, class) {
	file = work "/" review ".json"
	while ((getline line <file) > 0) {
		if (line ~ /^  "suppressed"/)
			break
		if (line ~ /^      "rule":/)
			rule = value(line)
		else if (line ~ /^      "class":/)
			class = value(line)
		else if (line ~ /^      "path":/)
			path = value(line)
		else if (line ~ /^      "line":/)
			row = value(line)
		else if (line ~ /^      "column":/)
			column = value(line)
		else if (line ~ /^      "fingerprint":/) {
			places[review, path] = places[review, path] (places[review, path] == "" ? "" : " ") row ":" column
			said[review, path] = said[review, path] " " rule " " class
			sub(/\/.*/, "", path)
		}
	}
	close(file)
}

function judge(review, cell, sample, path, wanted,    found) {
	found = (review, path) in places ? places[review, path] : "-"
	tests++
	if (found == wanted) {
		print "ok " tests " - " review ": " cell ": " sample
		return
	}
	print "not ok " tests " - " review ": " cell ": " sample
	print "# " path ": expected " wanted ", found " found said[review, path]
}

BEGIN {
	FS = "\t"
	count = split("staged staged-git staged-merge range push", review, " ")
	for (i = 1; i <= count; i++)
		read(review[i])
}

{
	for (i = 1; i <= count; i++) {
		if (review[i] == "staged-merge" && $1 != "merged")
			continue
		if (review[i] ~ /^staged(-git)?$/ && ($1 == "merged" || $1 == "passing"))
			continue
		judge(review[i], $1, $2, $3, $4)
	}
}

END { print "1.." tests }
