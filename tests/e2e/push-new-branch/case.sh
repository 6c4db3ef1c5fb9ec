# A new branch: only what no existing ref has.
repo
server
put a.py 'x = 1'
commit start
push main
git -C "$TMP/server.git" config sluice.rule.test-bad.action off
put old.py 'dangerous(old)'
commit old
push main
git -C "$TMP/server.git" config --unset sluice.rule.test-bad.action
git checkout -q -b topic
put b.py 'safe(1)'
commit topic
push topic
git checkout -q -b topic2
put c.py 'dangerous(new)'
commit topic2
push topic2
