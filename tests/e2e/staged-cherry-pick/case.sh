# A conflict in a cherry-pick, resolved and staged.
repo
put a.py 'x = 1'
commit start
git checkout -q -b topic
put a.py 'dangerous(topic)'
commit topic
git checkout -q main
put a.py 'x = 3'
commit ours
git cherry-pick topic >/dev/null 2>&1 || :
put a.py 'dangerous(topic)'
git add a.py
sluice
