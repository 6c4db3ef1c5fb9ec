# A rule that gives up makes the review incomplete.
repo
commit start
put rule.yaml 'rules:' '- id: slow' "  pattern-regex: '(x+x+)+y'" '  message: m' '  severity: ERROR' '  languages: [regex]' \
	'  metadata: {area: auth, cwe: [CWE-1], confidence: HIGH}'
put a.txt 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
git add a.txt
run git-sluice review -q --only-rules=rule.yaml
