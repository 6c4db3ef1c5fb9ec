# findings.awk - path, line, end line, rule and CWEs of each finding of a JSON report (as the program writes it: one key
# a line, the findings indented by six)
function value(text) {
	sub(/^[^:]*: /, "", text)
	sub(/,$/, "", text)
	gsub(/^"|"$/, "", text)
	return text
}

/^  "suppressed"/ { exit }
/^      "rule":/ { rule = value($0) }
/^      "path":/ { path = value($0) }
/^      "line":/ { line = value($0) }
/^      "end_line":/ { end_line = value($0) }
/^      "cwe": \[/ { cwes = ""; listed = 1; next }
listed && /CWE-/ { gsub(/[^0-9]/, ""); cwes = cwes (cwes == "" ? "" : ",") $0; next }
listed { listed = 0 }
/^      "fingerprint":/ { print path "\t" line "\t" end_line "\t" rule "\t" cwes; cwes = "" }
