# What the server's configuration settles, the branch cannot unsettle.
repo
server
git -C "$TMP/server.git" config sluice.rule.test-bad.action block
put .sluiceconfig '[sluice "rule.test-bad"]' '	action = off'
commit config
push main
put a.py 'dangerous(1)'
commit bad
push main
