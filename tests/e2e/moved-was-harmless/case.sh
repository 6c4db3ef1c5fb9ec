# A removed line that the rule did not report excuses nothing: its words were
# apart, or it stood in a comment that the rule knows.
repo
cat >"$TMP/rules.yaml" <<'END'
rules:
  - id: outside-comments
    patterns:
      - pattern-regex: '\bdangerous\('
      - pattern-not-regex: '^\s*#.*'
    message: dangerous() is called
    severity: ERROR
    languages: [python]
    metadata: {area: auth, cwe: [CWE-1], confidence: HIGH}
END
put a.py 'x = 1' 'dan gerous(1)' 'y = 2' '# dangerous(2)' 'z = 3'
put b.py '# dangerous(4)'
commit start
put a.py 'x = 1' 'y = 2' 'dangerous(1)' 'dangerous(2)' 'z = 3'
put b.py 1
put c.py 'if x:' '  dangerous(4)'
git add .
places
run git-sluice review -q --only-rules="$TMP/rules.yaml"
