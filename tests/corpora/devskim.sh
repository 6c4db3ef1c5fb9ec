#!/bin/sh
# devskim.sh FROM OUT - DevSkim's rules say texts that must match and must not; each becomes a file of its language
set -eu
here=$(dirname "$0")
find "$1/rules" -name '*.json' | sort | while IFS= read -r rules; do
	awk -f "$here/json.awk" -f /dev/fd/3 -v out="$2" -v stem="$(basename "$rules" .json)" -v topic="$rules" "$rules" 3<<'AWK'
BEGIN {
	split("c c cpp cpp csharp cs java java javascript js typescript ts php php python py ruby rb go go rust rs kotlin kt " \
	      "powershell ps1 shellscript sh sql sql swift swift xml xml json json yaml yaml dockerfile dockerfile", pair, " ")
	for (i = 1; i in pair; i += 2)
		suffix[pair[i]] = pair[i + 1]
	area = topic ~ /crypto|TLS|tls|auth|privilege|permission/ ? "auth" : topic ~ /secret|cred|password/ ? "secrets" : \
	       topic ~ /sql/ ? "sql-injection" : topic ~ /privacy|debug|expos|storage/ ? "data-exposure" : "input-validation"
}

/^ *"id":/ { languages = ""; kind = "" }
/"applies_to": *\[/ { applies = 1 }
applies {
	line = $0
	sub(/.*applies_to": *\[/, "", line)
	while (match(line, /"[^"]+"/)) {
		word = substr(line, RSTART + 1, RLENGTH - 2)
		if (languages == "" && word in suffix)
			languages = word
		line = substr(line, RSTART + RLENGTH)
	}
	if (/\]/)
		applies = 0
}
/"must-match": *\[/ { kind = "bad" }
/"must-not-match": *\[/ { kind = "good" }
kind != "" && /^ *"/ && !/"must-(not-)?match": *\[ *$/ {
	text = $0
	sub(/^ *("must-(not-)?match": *\[ *)?"/, "", text)
	sub(/" *\]? *,? *$/, "", text)
	if (languages != "" && text != "") {
		name = stem "_" ++number "." suffix[languages]
		print (languages == "php" ? "<?php\n" : "") unescape(text) >(out "/" name)
		close(out "/" name)
		printf "%s\t%s\t-\t%s\t%s\t1\t99999\t1\t-\n", kind, area, languages, name
	}
}
/\]/ { if (!applies) kind = "" }
AWK
done
