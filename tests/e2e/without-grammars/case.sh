# A build without grammars reviews text, and every report counts the rules that did not run.
command -v git-sluice-text >/dev/null && git-sluice version --build-options | grep -q tree-sitter || {
	echo 'wants a build with grammars and one without: make all build/git-sluice-text'
	exit 77
}
repo
commit start
put rules.yaml 'rules:' \
	'- id: syntax' '  pattern: risky(...)' '  message: m' '  severity: ERROR' '  languages: [python]' \
	'- id: text' '  pattern-regex: risky' '  message: m' '  severity: WARNING' '  languages: [python]' \
	'- id: never' '  mode: join' '  message: m' '  severity: WARNING' '  languages: [python]'
put a.py 'risky(1)'
put rules.py '# ruleid: syntax, text' 'risky(2)' '# ok: syntax, text' 'fine()'
git add a.py
run git-sluice-text review --only-rules=rules.yaml
run git-sluice-text review -q --only-rules=rules.yaml
git-sluice-text review --only-rules=rules.yaml --format=json | grep -E '"(rules|unsupported_rules|rules_without_grammar)":'
git-sluice-text review --only-rules=rules.yaml --format=sarif | sed -n '/toolConfiguration/,/]/p'
run git-sluice-text rules check rules.yaml
run git-sluice-text rules test rules.yaml
run git-sluice-text rules list --only-rules=rules.yaml
git-sluice-text version --build-options | sed -e '/C compiler/d' -e '/^libgit2:/d' -e '/^git:/d' -e '/^sandbox:/d' -e 's/: [0-9]*$/: N/'
# The shipped rules are text rules and others; those of text do run.
run git-sluice-text review -q | sed 's/: [0-9]* rules on syntax/: N rules on syntax/'
# With grammars nothing of this is said.
run git-sluice review -q --only-rules=rules.yaml
