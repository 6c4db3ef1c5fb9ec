# A pusher's options change nothing, nor does --no-verify.
repo
server
git --git-dir="$TMP/server.git" config receive.advertisePushOptions true
put a.py 'x = 1'
commit start
push main
put a.py 'x = 1' 'dangerous(2)'
commit two
push --no-verify -o sluice.skip=please -o skip -o --fail-on=never -o sluice.rule.test-bad.action=off main
