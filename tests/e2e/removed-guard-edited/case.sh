# The guard is still there, written otherwise.
repo
put a.py '@login_required' 'def f():' '    pass'
commit start
put a.py '@login_required(redirect=False)' 'def f():' '    pass'
git add .
sluice
