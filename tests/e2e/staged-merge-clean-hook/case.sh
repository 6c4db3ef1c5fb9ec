# A clean merge runs pre-merge-commit; what the other branch brings is old.
repo
own_rules
put a.py 'x = 1'
commit start
git checkout -q -b side
put b.py 'dangerous(side)'
commit side
git checkout -q main
put c.py 'x = 1'
commit ours
git-sluice install 2>/dev/null
run git merge -q -m merged side
git log -1 --format=%s
