#!/bin/sh
# annotated.sh FROM OUT - any directory in Semgrep's manner: a comment "ruleid: x" or "ok: x" judges the next line
#
# The CWE of a mark is the one that the rule file beside the example names for x; without one any finding counts.
# Files keep their names and lose their directories, but for .github/workflows, where rules look at paths.
set -eu
find "$1/" -type f ! -path '*/.git/*' ! -name '*.fixed.*' | sort >"$2.list"
awk -v out="$2" '
	# Rules first: the CWE of each id.
	{
		path = $0
		if (path !~ /\.ya?ml$/ || path ~ /\.test\.ya?ml$/)
			next
		id = ""
		while ((getline line <path) > 0) {
			if (match(line, /^ *- +id: */)) {
				id = substr(line, RSTART + RLENGTH)
				gsub(/["\047 ]/, "", id)
			} else if (id != "" && !(id in cwe) && match(line, /CWE-[0-9]+/))
				cwe[id] = substr(line, RSTART + 4, RLENGTH - 4)
		}
		close(path)
	}
	END {
		for (id in cwe)
			print id "\t" cwe[id]
	}' "$2.list" >"$2.cwes"
awk -v out="$2" -v cwes="$2.cwes" '
	BEGIN {
		while ((getline line <cwes) > 0) {
			split(line, word, "\t")
			cwe[word[1]] = word[2]
		}
		split("py python js javascript jsx javascript ts typescript tsx typescript java java kt kotlin scala scala go go " \
		      "php php rb ruby c c h c cc cpp cpp cpp cs csharp rs rust swift swift sol solidity sh bash bash bash " \
		      "sql sql dockerfile dockerfile tf terraform yaml yaml yml yaml json json html html xml xml conf nginx", pair, " ")
		for (i = 1; i in pair; i += 2)
			language[pair[i]] = pair[i + 1]
	}
	function mark(kind, ids,    count, list, i) {
		count = split(ids, list, /[ ,]+/)
		for (i = 1; i <= count; i++)
			if (list[i] != "")
				pending = pending kind "\t" (list[i] in cwe ? cwe[list[i]] : "-") "\n"
	}
	{
		path = $0
		suffix = path
		sub(/.*\./, "", suffix)
		if (path ~ /Dockerfile[^\/]*$/)
			suffix = "dockerfile"
		if (!(suffix in language))
			next
		base = path
		sub(/.*\//, "", base)
		held = ""
		pending = ""
		text = ""
		number = 0
		while ((getline line <path) > 0) {
			number++
			text = text line "\n"
			if (match(line, /(^|[^a-z])(deep|pro)?ruleid: *[a-zA-Z0-9_., -]+/)) {
				ids = substr(line, RSTART, RLENGTH)
				sub(/.*ruleid: */, "", ids)
				mark("bad", ids)
			} else if (match(line, /(^|[^a-z])(deep|pro)?ok: *[a-zA-Z0-9_., -]+/)) {
				ids = substr(line, RSTART, RLENGTH)
				sub(/.*ok: */, "", ids)
				mark("good", ids)
			} else if (pending != "" && line !~ /(todoruleid|todook):/) {
				count = split(pending, list, "\n")
				for (i = 1; i < count; i++) {
					split(list[i], word, "\t")
					held = held word[1] "\t-\t" word[2] "\t" language[suffix] "\tNAME\t" number "\t" number "\t1\t-\n"
				}
				pending = ""
			}
		}
		close(path)
		if (held == "")
			next
		total++
		place = "d" total
		if (path ~ /\.github\/workflows\//)
			place = place "/.github/workflows"
		system("mkdir -p \"" out "/" place "\"")
		printf "%s", text >(out "/" place "/" base)
		close(out "/" place "/" base)
		gsub(/NAME/, place "/" base, held)
		printf "%s", held
	}' "$2.list"
rm -f "$2.list" "$2.cwes"
