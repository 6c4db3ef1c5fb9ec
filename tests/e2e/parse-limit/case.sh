# A text too large to be parsed is no clean one, whichever rule asks for its syntax first.
repo
commit start
cat >"$TMP/rules.yaml" <<'R'
rules:
  - id: a-seen
    message: seen
    severity: INFO
    languages: [python]
    pattern: lookup($X)
    metadata: {area: sql-injection, observes: lookups}
  - id: b-call
    message: called
    severity: ERROR
    languages: [python]
    pattern: evil($X)
    metadata: {area: input-validation, confidence: HIGH, cwe: [CWE-95]}
R
awk 'BEGIN { print "lookup(1)\nevil(x)"; for (i = 0; i < 120000; i++) print "x = " i }' >a.py
git add -A
sluice --only-rules="$TMP/rules.yaml" -q

echo '# nobody but an observer asked for its syntax'
awk 'BEGIN { print "lookup(1)"; for (i = 0; i < 120000; i++) print "x = " i }' >a.py
git add -A
sluice --only-rules="$TMP/rules.yaml" -q
