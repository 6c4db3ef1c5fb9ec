# A rule this build cannot run, or whose pattern no grammar reads, is counted and named, not silently dropped; nor
# is the review incomplete for it.
git-sluice version --build-options | grep -q tree-sitter || {
	echo 'built without grammars'
	exit 77
}
repo
commit start
put a.py 'dangerous(1)' 'risky(1)'
put rules.yaml 'rules:' \
	'- id: joined' '  mode: join' '  join: {rules: [], on: []}' \
	'  message: m' '  severity: ERROR' '  languages: [python]' \
	'- id: odd' '  pattern: "bad(("' '  message: m' '  severity: ERROR' '  languages: [python]' \
	'- id: fine' '  pattern-regex: risky' '  message: m' '  severity: WARNING' '  languages: [python]'
git add a.py
run git-sluice review --only-rules=rules.yaml
run git-sluice rules check rules.yaml
