# What options may be given how often, and which values they take.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'risky(2)'
git add a.py

try() {
	run git-sluice review -q --only-rules="$RULES" "$@" 2>&1 | grep '^error\|^fatal\|^usage:\|^Passed\|^exit' | head -n 2
}
try --jobs=1
try --jobs=1024
try --jobs=0
try --jobs=1025
# shellcheck disable=SC2046 # a list of options
try $(for i in $(seq 15); do echo "--report=json:$TMP/$i"; done) --format=text
# shellcheck disable=SC2046
try $(for i in $(seq 17); do echo "--report=json:$TMP/$i"; done)
# shellcheck disable=SC2046
try $(for i in $(seq 65); do echo "--rules=$RULES"; done)
try --time-limit=0
try --time-limit=x
