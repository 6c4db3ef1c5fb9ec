# Lists of entries: in the rule file, and in lists.yaml beside it.
git-sluice version --build-options | grep -q tree-sitter || {
	echo 'built without grammars'
	exit 77
}
repo
commit start
put a.py 'name = request.args["n"]' 'run("ls " + name)' 'run("ls " + quote(name))' 'run(open("f").read())'
git add .
rule='  message: input in a command
  severity: WARNING
  languages: [python]
  mode: taint
  metadata: {area: input-validation, cwe: CWE-78}'
put pack/commands.yaml 'lists:' '  files:' '  - pattern: open(...)' 'rules:' '- id: command' "$rule" \
	'  pattern-sources: [{use: request-data}, {use: files}]' \
	'  pattern-sanitizers: [{use: escaped}]' '  pattern-sinks: [{pattern: run(...)}]'
put pack/lists.yaml 'lists:' '  request-data:' '  - pattern: request.args' '  - pattern: request.form' \
	'  escaped:' '  - pattern: quote(...)'
for pack in pack/commands.yaml pack; do
	RULES=$pack places
done
run git-sluice rules check pack
run git-sluice rules check pack/lists.yaml

# A mistake is named where the entry stands, whether it is seen while reading or when the pattern is compiled.
put pack/lists.yaml 'lists:' '  request-data:' '  - pattern: request.args' '    lable: A' '  escaped:' '  - pattern: quote(...)'
run git-sluice review -q --only-rules=pack/commands.yaml
put pack/lists.yaml 'lists:' '  request-data:' '  - pattern-regex: (a' '  escaped:' '  - pattern: quote(...)'
run git-sluice rules check pack
put pack/lists.yaml 'lists:' '  request-data:' '  - pattern: request.args' '    control: true' '  escaped:' '  - pattern: quote(...)'
run git-sluice rules check pack/commands.yaml
put pack/lists.yaml 'lists:' '  requests:' '  - pattern: request.args'
run git-sluice rules check pack/commands.yaml
