# A file too large for rules on syntax: a warning to whoever commits it, a refusal in a push until the server's side
# says that rules on text are enough for it. A comment, a baseline or other lines do not silence it.
cat >"$TMP/rules.yaml" <<'R'
rules:
  - id: call
    message: called
    severity: ERROR
    languages: [python]
    pattern: evil($X)
    metadata: {area: input-validation, confidence: HIGH, cwe: [CWE-95]}
  - id: word
    message: a bad word
    severity: ERROR
    languages: [python]
    pattern-regex: 'badword'
    metadata: {area: comments, confidence: HIGH}
R
RULES=$TMP/rules.yaml
repo
server
put a.py 'x = 1'
commit start
push main >/dev/null
awk 'BEGIN { print "evil(x)"; for (i = 0; i < 120000; i++) print "x = " i }' >lib.py
git add -A

echo '# staged: a warning, which can be made to block'
sluice
sluice --fail-on=warn | tail -n 1
git -c sluice.rule.sluice-syntax-unread.action=block sluice -q --only-rules="$RULES" | tail -n 1

echo '# rules on text read all of it'
echo '# badword' >>lib.py
git add -A
places

echo '# neither a comment nor a baseline silences it'
sed -i '$d' lib.py
sed -i '1i # sluice: allow sluice-syntax-unread -- it is a library' lib.py
git add -A
git-sluice baseline write --baseline="$TMP/known" --only-rules="$RULES" 2>/dev/null
grep -c sluice-syntax-unread "$TMP/known" || :
sluice --baseline="$TMP/known" | grep -o 'sluice-[a-z]*-[a-z]*\]$\|^Passed.*'

echo '# a line of it that changes, lines that only go, a line that moves'
sed -i 1d lib.py
commit lib
echo 'y = 1' >>lib.py
git add -A
places
sed -i -e '$d' -e 5,6d lib.py
git add -A
places
git checkout -q HEAD lib.py
sed -i -e 3d -e '$a x = 1' lib.py
git add -A
places
git reset -q --hard

echo '# in a push it blocks'
push main

echo '# unless the server says otherwise, or that such files need no more'
git -C "$TMP/server.git" config sluice.rule.sluice-syntax-unread.action warn
push main | grep -o 'Passed.*\|push exits.*'
git -C "$TMP/server.git" config --unset sluice.rule.sluice-syntax-unread.action
git -C "$TMP/server.git" config sluice.path.lib.py.syntax false
echo 'y = 1' >>lib.py
commit more
push main
