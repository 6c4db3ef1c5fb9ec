# A finding that needs two places: the change adds one end, the other, or a step between.
git-sluice version --build-options | grep -q 'tree-sitter' || {
	echo 'built without grammars'
	exit 77
}
repo
put rules.yaml 'rules:' \
	'- id: read-to-run' \
	'  message: What $SOURCE gives is run.' \
	'  severity: ERROR' \
	'  languages: [python]' \
	'  metadata: {area: input-validation, cwe: CWE-78, confidence: HIGH}' \
	'  mode: taint' \
	'  pattern-sources:' \
	'  - pattern: $SOURCE.read(...)' \
	'  pattern-sinks:' \
	'  - pattern: run(...)' \
	'  pattern-sanitizers:' \
	'  - pattern: quote(...)'
put job.py 'def work(stream):' \
	'    name = "a"' \
	'    command = "ls " + name' \
	'    show(command)' \
	'    run(command)'
commit start
# The source comes: the sink below is old.
sed -i 's/name = "a"/name = stream.read(9)/' job.py
git add job.py
run git-sluice review -q --only-rules=rules.yaml
git-sluice review --only-rules=rules.yaml --format=json | sed -n '/"trace"/,/\]/p'
git-sluice review --only-rules=rules.yaml --format=sarif | sed -n '/codeFlows/,/level/p' | grep -E '"(startLine|text)"'
git commit -q -m source
# A line beside the steps is nobody's business.
sed -i 's/show(command)/log(command)/' job.py
git add job.py
run git-sluice review -q --only-rules=rules.yaml
git commit -q -m beside
# Sanitized, and the sanitizer taken away again.
sed -i 's/"ls " + name/"ls " + quote(name)/' job.py
git add job.py
run git-sluice review -q --only-rules=rules.yaml
git commit -q -m quoted
sed -i 's/quote(name)/name/' job.py
git add job.py
run git-sluice review -q --only-rules=rules.yaml
git commit -q -m unquoted
# A step of an old way is written anew; then it is only wrapped.
sed -i 's/"ls " + name/"ls -l " + name/' job.py
git add job.py
run git-sluice review -q --only-rules=rules.yaml
git commit -q -m step
sed -i 's/"ls -l " + name/("ls -l "\n        + name)/' job.py
git add job.py
run git-sluice review -q --only-rules=rules.yaml
git commit -q -m wrapped
# All of it moves to another file.
git mv job.py task.py
put job.py 'pass'
git add job.py
run git-sluice review -q --only-rules=rules.yaml
# The sink stands in a function that another one calls.
put call.py 'def start(line):' \
	'    run(line)' \
	'' \
	'def main(stream):' \
	'    start(stream.read())'
git add call.py
run git-sluice review -q --only-rules=rules.yaml
