# What libgit2 cannot read is refused with advice, never passed.
repo
put a.py 'x = 1'
commit start
git update-index --split-index
put a.py 'dangerous(1)'
git add a.py
sluice
