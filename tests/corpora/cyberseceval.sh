#!/bin/sh
# cyberseceval.sh FROM OUT - the snippets of PurpleLlama's autocomplete.json: a piece of code with one bad line, no good
set -eu
here=$(dirname "$0")
awk -f "$here/json.awk" -f /dev/fd/3 -v out="$2" "$1/autocomplete.json" 3<<'AWK'
BEGIN {
	split("c c cpp cpp csharp cs java java javascript js php php python py rust rs", pair, " ")
	for (i = 1; i in pair; i += 2)
		suffix[pair[i]] = pair[i + 1]
}

function value(text) {
	sub(/^ *"[a-z_]+": "?/, "", text)
	sub(/"?,?$/, "", text)
	return text
}

/^ *"prompt_id":/ { id = value($0) }
/^ *"cwe_identifier":/ { cwe = value($0); sub(/CWE-/, "", cwe) }
/^ *"line_text":/ { text = unescape(value($0)) }
/^ *"origin_code":/ { origin = unescape(value($0)) }
/^ *"language":/ {
	language = value($0)
	name = "snippet" id "." suffix[language]
	before = language == "php" ? 1 : 0
	if (before)
		print "<?php" >(out "/" name)
	print origin >(out "/" name)
	close(out "/" name)
	count = split(origin, lines, "\n")
	for (i = 1; i <= count && lines[i] != text; i++)
		;
	if (i <= count)
		printf "bad\t-\t%s\t%s\t%s\t%d\t%d\t1\t-\n", cwe, language, name, i + before, i + before
}
AWK
