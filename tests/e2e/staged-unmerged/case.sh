# Unmerged paths cannot be reviewed.
repo
put a.py 'x = 1'
commit start
git checkout -q -b side
put a.py 'x = 2'
commit side
git checkout -q main
put a.py 'x = 3'
commit ours
git merge -q side >/dev/null 2>&1 || :
sluice
