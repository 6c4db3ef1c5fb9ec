# An example with syntax errors is matched where its tree is sound, and that is no failure; a limit is one.
git-sluice version --build-options | grep -q tree-sitter || {
	echo 'built without grammars'
	exit 77
}
put r.yaml 'rules:' '- id: call' '  pattern: bad(...)' '  message: m' '  severity: ERROR' '  languages: [python]' \
	'- id: broken' '  pattern: "bad(("' '  message: m' '  severity: ERROR' '  languages: [python]'
put r.py '# ruleid: call' 'bad(1)' '# ok: call' 'good(1)' '# ruleid: broken' 'bad(2)' '# ok: broken' 'x = 1' 'def (:'
run git-sluice rules test r.yaml
