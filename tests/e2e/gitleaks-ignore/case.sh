# Findings that files of gitleaks and detect-secrets accept; such a file counts from the trusted commit on.
repo
put .sluiceconfig '[sluice]' '	gitleaksIgnore = .gitleaksignore' '	detectSecretsBaseline = .secrets.baseline'
put "$TMP/rules.toml" '[[rules]]' 'id = "tok"' 'description = "A token."' "regex = 'key =\\s*\"(tok_\\w{16})\"'"
commit start
token() { printf 'tok_q8Zr2Lm5Xw7Kp0V%s' "$1"; }
put a.py "key = \"$(token a)\""
put b.py "key =" "  \"$(token b)\""
put c.py "key = \"$(token c)\""
put d.py "key = \"$(token d)\""
look() {
	git-sluice review --only-rules="$TMP/rules.toml" "$@" >"$TMP/out" || :
	grep -e ': error: ' -e '^silent' "$TMP/out" || :
}
git add -A
echo '# nothing accepted'
look
put .gitleaksignore '# known' 'a.py:tok:1' 'b.py:tok:1' 'd.py:tok:2' 'd.py:other:1'
hash=$(printf %s "$(token c)" | sha1sum | cut -d ' ' -f 1)
put .secrets.baseline "{\"version\": \"1.5.0\", \"results\": {\"c.py\": [{\"hashed_secret\": \"$hash\"}]}}"
git add -A
echo '# the files come with the change'
look
git reset -q a.py b.py c.py d.py
git commit -q -m accept
git add -A
echo '# they were there before'
look
commit secrets
echo '# a fingerprint of one commit'
put .gitleaksignore "$(git rev-parse HEAD):a.py:tok:1" "$(git rev-parse HEAD~1):b.py:tok:1"
git config sluice.gitleaksIgnore .gitleaksignore
look HEAD~1..HEAD
