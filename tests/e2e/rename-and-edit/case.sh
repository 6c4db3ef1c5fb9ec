repo
put a.py 1 2 3 4 5 6 7 8 9 'dangerous(old)'
commit start
git mv a.py b.py
put b.py 1 2 3 4 5 6 7 8 9 'dangerous(old)' 'dangerous(new)'
git add .
sluice
