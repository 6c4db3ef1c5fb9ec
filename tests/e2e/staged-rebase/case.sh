# A stop in a rebase: the index against HEAD.
repo
put a.py 'x = 1'
commit start
git checkout -q -b topic
put a.py 'x = 2'
commit topic
git checkout -q main
put a.py 'x = 3'
commit ours
git checkout -q topic
git rebase -q main >/dev/null 2>&1 || :
put a.py 'x = 3' 'dangerous(resolved)'
git add a.py
sluice
