# One review, several reports; a file is written whole.
repo
commit start
put a.py 'dangerous(1)'
git add .
run git-sluice review -q --only-rules="$RULES" --report=json:out.json --report=sarif:out.sarif
grep -c '"rule": "test-bad"' out.json
grep -c '"ruleId": "test-bad"' out.sarif
run git-sluice review -q --only-rules="$RULES" --format=json --output=only.json
grep -c '"rule": "test-bad"' only.json
run git-sluice review -q --only-rules="$RULES" --output=/nonexistent/x
