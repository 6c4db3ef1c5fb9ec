# A forced update after a rebase: main's own lines are not judged again.
repo
server
put a.py 'x = 1'
commit start
git checkout -q -b topic
put b.py 'x = 1'
commit topic
push main topic
git checkout -q main
git -C "$TMP/server.git" config sluice.rule.test-bad.action warn
put c.py 'dangerous(main)'
commit main
push main
git -C "$TMP/server.git" config --unset sluice.rule.test-bad.action
git checkout -q topic
git rebase -q main
push -f topic
put b.py 'dangerous(topic)'
git add b.py
git commit -q --amend -m topic2
push -f topic
