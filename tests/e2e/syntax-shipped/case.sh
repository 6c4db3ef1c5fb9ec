# A shipped rule on syntax: the text is built in one statement and run in another.
git-sluice version --build-options | grep -q 'tree-sitter' || {
	echo 'built without grammars'
	exit 77
}
repo
put db.py 'def find(cursor, name):' \
	"    query = \"SELECT id FROM users WHERE name = '%s'\" % name" \
	'    log(query)' \
	'    return None'
commit start
put db.py 'def find(cursor, name):' \
	"    query = \"SELECT id FROM users WHERE name = '%s'\" % name" \
	'    log(query)' \
	'    cursor.execute(query)  # the line that makes it a defect' \
	'    return cursor.fetchone()'
git add db.py
run git-sluice review -q
git-sluice review --format=json | sed -n -e '/"rule":/p' -e '/"line":/p' -e '/"column":/p' -e '/"class":/p'
git-sluice review --format=sarif | grep -E '"(ruleId|startLine|startColumn|endColumn)"'
git commit -q -m run
# A line beside it is touched: the old defect is not this change's.
sed -i 's/log(query)/log.debug(query)/' db.py
git add db.py
run git-sluice review -q
# The same where the query is only looked at, and where it is a comment.
put db.py 'def find(cursor, name):' \
	"    query = \"SELECT id FROM users WHERE name = '%s'\" % name" \
	'    # cursor.execute(query)' \
	'    return cursor.execute("SELECT id FROM users WHERE name = %s", (name,))'
git add db.py
run git-sluice review -q
