# A rule that gives up makes the review incomplete.
repo
commit start
put rule.yaml 'rules:' '- id: slow' "  pattern-regex: '(x+x+)+[yz]'" '  message: m' '  severity: ERROR' '  languages: [regex]' '  keywords: [xxx]' \
	'  metadata: {area: auth, cwe: [CWE-1], confidence: HIGH}'
put a.txt 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
git add a.txt
run git-sluice review -q --only-rules=rule.yaml
