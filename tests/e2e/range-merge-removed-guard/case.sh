# A merge that drops a guard which both parents had.
repo
put a.py 'import x' '' '@login_required' 'def f():' '    pass'
commit start
git checkout -q -b side
put b.py 'x = 1'
commit side
git checkout -q main
put c.py 'x = 1'
commit main
git merge -q --no-ff --no-commit side
put a.py 'import x' '' 'def f():' '    pass'
git add a.py
git commit -q -m merge
sluice HEAD
