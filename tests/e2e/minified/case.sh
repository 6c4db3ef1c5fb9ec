# A minified file: one long line, long values, many expressions. Nothing is given up, and the defect at its end is found.
repo
put a.js 'let x = 1'
commit start
RULES=$TMP/rules.yaml
cat >"$RULES" <<'R'
rules:
  - id: word-in-body
    message: a function that says evil
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: function $F() { $...BODY }
      - metavariable-regex: {metavariable: $...BODY, regex: '(?s).*evil'}
    metadata: {area: input-validation, confidence: HIGH}
  - id: body-begins
    message: a function that begins with late
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: function $F() { $...BODY }
      - metavariable-regex: {metavariable: $...BODY, regex: 'late\(\)'}
    metadata: {area: input-validation, confidence: HIGH}
  - id: anything
    message: the argument of sink
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: $X
      - pattern-inside: sink($X)
    metadata: {area: input-validation, confidence: HIGH}
  - id: text-in-long-text
    message: a long text with evil in it
    severity: ERROR
    languages: [javascript]
    pattern: $F("=~/evil$/")
    metadata: {area: input-validation, confidence: HIGH}
  - id: last
    message: the last word
    severity: ERROR
    languages: [javascript]
    pattern-regex: '\blastword\('
    metadata: {area: comments, confidence: HIGH}
R
awk 'BEGIN {
	printf "function f(){"
	for (i = 0; i < 1200; i++) printf "a%d(b%d);", i, i
	printf "evil()}"
	for (i = 0; i < 6000; i++) printf "c[%d]=d+%d;", i, i
	printf "sink(z);h(\""
	for (i = 0; i < 30000; i++) printf "text"
	print "evil\");lastword()"
}' >a.min.js
wc -c a.min.js
git add -A
places
echo '# a value of more than is held against an expression: it warns, and blocks in a push'
awk 'BEGIN {
	printf "function f(){"
	for (i = 0; i < 9000; i++) printf "a%d(b%d);", i, i
	print "evil()}"
}' >a.min.js
git add -A
places
