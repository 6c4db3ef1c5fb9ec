# The session that the README shows is what happens; how many rules there are may have changed since.
git-sluice version --build-options | grep -q tree-sitter || {
	echo 'built without grammars'
	exit 77
}
readme=$CASE/../../../README.md
counts='s/[0-9]* of [0-9]* rules */N of N rules /; s/^rules  *[0-9]* active/rules N active/'
awk 'inside && $0 == "```" { exit } inside { print } $0 == "```" { inside = 1 }' "$readme" | sed "$counts" >"$TMP/shown"
sh "$CASE/../../tools/session.sh" "$readme" | sed "$counts" >"$TMP/session"
diff "$TMP/shown" "$TMP/session" && echo same
