# A split index (core.splitIndex), which libgit2 cannot read: git lists it.
repo
put a.py 'x = 1'
put b.py 'y = 1'
commit start
git update-index --split-index
put a.py 'dangerous(1)'
put 'odd	name.py' 'dangerous(2)'
git rm -q b.py
git add -A
sluice
git commit -q -m two
sluice HEAD
