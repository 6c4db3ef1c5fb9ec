# No six bytes of a secret in any output, as they are or in base64, hexadecimal or escapes.
repo
server
cat >"$TMP/rules.yaml" <<'EOF'
rules:
  - id: token
    pattern-regex: '\b(?<TOKEN>tok_[a-z0-9]{12,})'
    message: the token $TOKEN is in the source
    fix: env($TOKEN)
    severity: ERROR
    languages: [regex]
    diff: {commits: every}
    metadata: {area: secrets, cwe: CWE-798, confidence: HIGH, messages: true}
  - id: assigned
    patterns:
      - pattern: $NAME = "$VALUE"
      - metavariable-regex: {metavariable: $NAME, regex: passphrase}
    message: $NAME is "$VALUE"
    severity: ERROR
    languages: [python]
    metadata: {area: secrets, cwe: CWE-798, confidence: HIGH}
  - id: armour
    patterns:
      - pattern-regex: '(?s)(?<KEY>-----BEGIN [A-Z ]+-----.{24,1500}?-----END)'
      - metavariable-checksum: {metavariable: $KEY, kind: pem}
    message: a key
    severity: ERROR
    languages: [regex]
    diff: {window: file}
    metadata: {area: secrets, cwe: CWE-321, confidence: HIGH}
  - id: run
    patterns:
      - pattern-inside: |
          $VALUE = ...
          ...
      - pattern: run($VALUE, $OTHER)
    message: $VALUE and $OTHER are run
    fix: safe($OTHER)
    severity: WARNING
    languages: [python]
    metadata: {area: input-validation, cwe: CWE-78, confidence: HIGH}
  - id: call
    pattern-regex: '\bcall\((?<WHAT>[^)]*)\)'
    message: call of $WHAT
    severity: WARNING
    languages: [regex]
    metadata: {area: input-validation, cwe: CWE-78, confidence: HIGH}
  - id: guard
    pattern-regex: '\bguard\((?<WHAT>[^)]*)\)'
    message: guard of $WHAT
    severity: WARNING
    languages: [regex]
    diff: {on: removed}
    metadata: {area: auth, cwe: CWE-862, confidence: HIGH}
EOF
git config sluice.rules "$TMP/rules.yaml"
git config sluice.shippedRules false
git -C "$TMP/server.git" config sluice.rules "$TMP/rules.yaml"

# The secrets: a token, what is assigned, a line of a key. Nothing of them is in this file.
token=tok_$(printf 'q7%sz1%s' wk3v x9rj5m)
phrase=$(printf 'Vho%sBq%s' 8Lyw 2Ztu6Kd)
key=$(printf 'Gj4%sNx7%s' pWcq2Rv mYz9Hs3Kb6Td8Lf1Xe5Ug0AoyVb2Wd)
armour=$(printf '0\072\002\001\0\002\065\0%s' "$key$key" | head -c 60 | base64 -w 0)

encode() { # <prefix> <secret> - base64 of both
	printf '%s%s' "$1" "$2" | base64 -w 0
}
hex() {
	printf %s "$1" | od -An -v -tx1 | tr -d ' \n'
}
percent() {
	hex "$1" | sed 's/../%&/g'
}

commit start
put gone.py 'x = 1' "guard('$token')" "guard('$(encode x "$token")')"
put old.py "passphrase = '$phrase'" '' '' '' '' '' 'x = 1'
commit before
git push -q --no-verify origin main 2>/dev/null || git push -q origin main:refs/heads/other >/dev/null 2>&1 || :
put gone.py 'x = 1'
put old.py "passphrase = '$phrase'" '' '' '' '' '' "call('$phrase')"
put a.py "passphrase = \"$phrase\"  # $phrase" "call($phrase)" "call('$(encode '' "$phrase")')" \
	"call('$(encode a "$phrase")')" "call($(encode ab "$phrase"))" "call('$(hex "$phrase")', '$(percent "$phrase")')"
put b.py "secret = '$token'" 'a = 1' 'b = 2' 'c = 3' 'd = 4' 'e = 5' "run('$token', '$(hex "$token")')" \
	"value = '$token'" 'f = 6' 'g = 7' 'h = 8' 'run(value, value)' "call('$token')" \
	"call('$(encode 'it is ' "$token")')" "call('$(percent "$token")')" \
	"call('$(hex "$token" | tr a-f A-F)')" \
	"dangerous(1)  # sluice: allow call -- because of $token" \
	"call(1)  # sluice: allow call -- because of $token"
put "$token.txt" "$(encode 'once more: ' "$(encode 'it is ' "$token")")"
printf 'x\0\1\2\3\4' >"dir-$token.bin"
put c.txt '-----BEGIN RSA PRIVATE KEY-----' "$armour" '-----END RSA PRIVATE KEY-----' "call($armour)"
put d.js "call('$(printf '%0300d' 0)$token$(printf '%0300d' 0)'); call('$token')"
put .sluiceconfig '[sluice]' "	$token = $phrase" "	rule $token"
git add -A

# Whatever can be asked for.
n=0
out() {
	n=$((n + 1))
	"$@" >"$TMP/out.$n.1" 2>"$TMP/out.$n.2" || :
}
for format in text json sarif github gitlab rdjsonl checkstyle junit html; do
	out git-sluice review --format=$format
	out git-sluice review -v --format=$format
	out git-sluice review -q --format=$format --fail-on=warn
done
out git-sluice review --color=always -v
out git-sluice baseline write
! [ -e .sluice-baseline ] || cp .sluice-baseline "$TMP/out.baseline.1"
out git-sluice baseline show
out git-sluice review -v --baseline=.sluice-baseline
put .sluice-baseline "$token $phrase" "0123 $token"
out git-sluice review --baseline=.sluice-baseline
rm -f .sluice-baseline
git -c user.name="$token" commit -q -m "with $token

and $(encode xx "$token")"
out git-sluice review -v HEAD~1..HEAD
out git-sluice review -v --format=json HEAD~1..HEAD
git diff HEAD~1 >"$TMP/patch"
out git-sluice review -v --patch "$TMP/patch"
git log -p -1 >"$TMP/log"
out git-sluice review -v --format=json --patch "$TMP/log"
sed 's/^@@ .*/@@ -1,99 +1,99 @@/' "$TMP/patch" >"$TMP/bad"
out git-sluice review --patch "$TMP/bad"
out git-sluice review --time-limit=0.001 HEAD~1..HEAD
git -c user.name="$token" tag -a -m "a $token" "v-$token"
for id in '' user-1; do
	out env GL_ID=$id git push -q origin main "v-$token"
done
git rm -q .sluiceconfig
commit repaired
out git-sluice review -v HEAD~2..HEAD
out git push -q origin main

# What git itself says of the ref that was pushed is not ours.
sed -i '/^ ! /d;/^To /d;/^error: failed/d;/^hint:/d' "$TMP"/out.*.2

pieces() { # <width> <step> - of the text on standard input
	awk -v width="$1" -v step="$2" '{ for (i = 1; i + width - 1 <= length($0); i += step) print substr($0, i, width) }'
}
for secret in "$token" "$phrase" "$armour"; do
	printf '%s\n' "$secret" | pieces 6 1
	for prefix in '' a ab; do
		# The first letters are the prefix's, too, the last ones may be padding.
		encode "$prefix" "$secret" | sed 's/^....//; s/...$//' | pieces 8 1
	done
	hex "$secret" | pieces 12 2
	hex "$secret" | tr a-f A-F | pieces 12 2
	percent "$secret" | pieces 18 3
done | sort -u >"$TMP/pieces"

# The pieces are such as would be found.
for file in a.py b.py c.txt; do
	grep -c -F -f "$TMP/pieces" $file
done
[ "$(cat "$TMP"/out.* | grep -c 'error\|warning')" -lt 300 ] || echo 'enough was found'
[ "$(cat "$TMP"/out.* | grep -a -c '\*\*\*')" -lt 1000 ] || echo 'and masked'
grep -a -n -F -f "$TMP/pieces" "$TMP"/out.* | sed "s|^$TMP/||" || :
