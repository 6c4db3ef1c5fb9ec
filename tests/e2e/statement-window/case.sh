# One added line completes a call that spreads over old lines.
repo
put rule.yaml 'rules:' '- id: shell' "  pattern-regex: 'run\\([^)]*shell=True'" '  message: a shell' '  severity: ERROR' \
	'  languages: [python]' '  diff: {window: statement}' '  metadata: {area: auth, cwe: [CWE-1], confidence: HIGH}'
put a.py 'run(' '    command,' ')' 'run(other, shell=True)'
commit start
put a.py 'run(' '    command,' '    shell=True,' ')' 'run(other, shell=True)'
git add a.py
run git-sluice review -q --only-rules=rule.yaml
