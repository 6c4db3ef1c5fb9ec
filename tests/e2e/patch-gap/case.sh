# Two hunks are not neighbours: a call does not reach from one into the other.
put ../tmp/p '--- a/a.py' '+++ b/a.py' '@@ -1 +1,2 @@' ' x' '+risky' '@@ -50 +51,2 @@' '+(1)' ' y'
put rule.yaml 'rules:' '- id: spread' "  pattern-regex: 'risky\\s*\\('" '  message: m' '  severity: ERROR' \
	'  languages: [regex]' '  diff: {window: 5}' '  metadata: {area: auth, cwe: [CWE-1], confidence: HIGH}'
run git-sluice review -q --only-rules=rule.yaml --patch "$TMP/p"
