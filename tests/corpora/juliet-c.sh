#!/bin/sh
# juliet-c.sh FROM OUT - Juliet for C and C++: one bad function and several good ones a file, named by CWE
#
# Files of the variants whose flaw is spread over several files (a letter behind the number) are left out: a review sees
# one file at a time.  So are CWEs that families.txt does not name.
set -eu
find "$1/" -name 'CWE*_[0-9][0-9].c' -o -name 'CWE*_[0-9][0-9].cpp' | sort >"$2.list"
tr '\n' '\0' <"$2.list" | xargs -0 cp -t "$2"
awk -v from="$2" -v families="$(dirname "$0")/families.txt" '
	BEGIN {
		while ((getline line <families) > 0) {
			count = split(line, words, /[ \t]+/)
			for (i = 3; i <= count && line !~ /^#/; i++)
				known[words[i]] = 1
		}
	}
	function finish() {
		if (kind != "")
			printf "%s\t-\t%s\t%s\t%s\t%d\t%d\t1\t-\n", kind, cwe, language, name, start, number
		kind = ""
	}
	{
		name = $0
		sub(/.*\//, "", name)
		cwe = name
		sub(/^CWE/, "", cwe)
		cwe += 0
		if (!(cwe in known))
			next
		language = name ~ /\.c$/ ? "c" : "cpp"
		number = bad = 0
		kind = ""
		path = from "/" name
		while ((getline line <path) > 0) {
			number++
			if (line ~ /^#ifdef INCLUDEMAIN/)
				break
			if (line ~ /^#ifndef OMITBAD/) {
				kind = "bad"
				start = number
			} else if (line ~ /^#endif/ && line ~ /OMITBAD/)
				finish()
			# A good function: the outer one that only calls the others is passed over.
			else if (kind == "" && line ~ /^[a-z].*good[0-9A-Z][0-9A-Za-z]*\(/ && line !~ /;/) {
				kind = "good"
				start = number
			} else if (kind == "good" && line ~ /^\}/)
				finish()
		}
		close(path)
	}' "$2.list"
rm -f "$2.list"
