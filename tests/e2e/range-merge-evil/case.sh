# A merge commit: the line that no parent has.
repo
put a.py 'x = 1'
commit start
git checkout -q -b side
put b.py 'dangerous(side)'
commit side
git checkout -q main
put c.py 'dangerous(main)'
commit main
git merge -q --no-ff --no-commit side
put a.py 'x = 1' 'dangerous(evil)'
git add a.py
git commit -q -m merge
sluice HEAD
