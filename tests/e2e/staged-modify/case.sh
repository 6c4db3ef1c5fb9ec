# Only the added line counts; the old defect above it is silent.
repo
put a.py 'dangerous(old)' 'x = 1' 'y = 2'
commit start
put a.py 'dangerous(old)' 'x = 1' 'dangerous(new)' 'y = 2'
git add a.py
sluice
