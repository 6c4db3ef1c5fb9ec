# Files that are not parsed by the owner's will: rules on text read them, the report names them, nothing else is let through.
repo
commit start
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
    severity: WARNING
    languages: [python]
    pattern-regex: 'badword'
    metadata: {area: comments}
R
filler='BEGIN { print "evil(x)"; print "# badword"; for (i = 0; i < 120000; i++) print "x = " i }'
mkdir -p dist/kept src
awk "$filler" >dist/a.py
printf 'evil(y)\n' >dist/kept/b.py
git add -A
echo '# a file that is too large'
sluice --only-rules="$TMP/rules.yaml" -q

echo '# it is not parsed, its neighbour is'
git config sluice.path.dist/.syntax false
git config sluice.path.dist/kept/.syntax true
sluice --only-rules="$TMP/rules.yaml"

echo '# the same in the trusted commit'
git config --unset sluice.path.dist/.syntax
git config --unset sluice.path.dist/kept/.syntax
git rm -q --cached dist/kept/b.py
printf '[sluice "path.dist/"]\n\tsyntax = false\n' >.sluiceconfig
git add .sluiceconfig
sluice --only-rules="$TMP/rules.yaml" -q
git rm -q --cached dist/a.py
git commit -qm config
git add dist/a.py
sluice --only-rules="$TMP/rules.yaml" -q

echo '# what was never parsed is new where it is: renamed, copied, moved'
printf 'evil(z)\none = 1\ntwo = 2\nthree = 3\n' >dist/c.py
git add dist/c.py
git commit -qm add
git mv dist/c.py src/c.py
sluice --only-rules="$TMP/rules.yaml" -q
git reset -q --hard
sed 1d dist/c.py >"$TMP/c.py"
cp "$TMP/c.py" dist/c.py
mkdir -p src
printf 'evil(z)\n' >src/d.py
git add -A dist/c.py src
sluice --only-rules="$TMP/rules.yaml" -q

echo '# what a rule that is off would have found need not be looked for'
git reset -q --hard
git config sluice.path.dist/.syntax true
git config sluice.rule.call.action off
git config sluice.rule.call.path dist/
awk "$filler" >dist/e.py
git add dist/e.py
sluice --only-rules="$TMP/rules.yaml" -q
