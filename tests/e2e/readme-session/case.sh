# The session that the README shows is what happens.
git-sluice version --build-options | grep -q tree-sitter || {
	echo 'built without grammars'
	exit 77
}
readme=$CASE/../../../README.md
awk 'inside && $0 == "```" { exit } inside { print } $0 == "```" { inside = 1 }' "$readme" >"$TMP/shown"
sh "$CASE/../../tools/session.sh" "$readme" >"$TMP/session"
diff "$TMP/shown" "$TMP/session" && echo same
