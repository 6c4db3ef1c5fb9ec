# gitleaks:allow is a suppression of what is secret on its line: seen when it is added, without a vote in a push.
repo
server
git -C "$TMP/server.git" config --unset sluice.rules
put "$TMP/rules.toml" '[[rules]]' 'id = "tok"' 'description = "A token."' "regex = 'key = \"(tok_\\w{16})\"'"
git -C "$TMP/server.git" config sluice.rules "$TMP/rules.toml"
put a.py '# gitleaks:allow is a word here'
commit start
push main
put a.py "key = \"tok_q8Zr2Lm5Xw7K$(printf p0Va)\"  # gitleaks:allow" 'x = 1  # gitleaks:allow' \
	"key = \"tok_q8Zr2Lm5Xw7K$(printf p0Vb)\" + 'gitleaks:allow'" '# gitleaks:allow' \
	"key = \"tok_q8Zr2Lm5Xw7K$(printf p0Vc)\""
git add -A
run git-sluice review --only-rules="$TMP/rules.toml"
commit secrets
push main
