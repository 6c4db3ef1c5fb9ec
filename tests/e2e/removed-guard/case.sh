repo
put a.py 'import x' '' '@login_required' 'def f():' '    pass'
commit start
put a.py 'import x' '' 'def f():' '    pass'
git add .
sluice
