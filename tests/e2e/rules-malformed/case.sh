repo
commit start
put a.py 'dangerous(1)'
git add .
put bad1.yaml 'rules:' '- id: x' '  patern-regex: a'
put bad2.yaml 'rules:' '- id: x' '  pattern-regex: "(a"' '  message: m' '  severity: ERROR' '  languages: [python]'
put bad3.yaml 'rules:' '- id: x' '  pattern-regex: [' 
put bad4.yaml 'rules:' '- id: x' '  pattern-regex: a' '  message: m' '  severity: LOUD' '  languages: [python]'
put bad5.yaml 'rules:' '- id: x' '  patterns:' '  - pattern-regex: (a)' '  - metavariable-regex: {metavariable: $2, regex: b}' \
	'  message: m' '  severity: ERROR' '  languages: [python]'
for n in 1 2 3 4 5; do
	run git-sluice review --rules=bad$n.yaml
	run git-sluice rules check bad$n.yaml
done
run git-sluice review --rules=absent.yaml
