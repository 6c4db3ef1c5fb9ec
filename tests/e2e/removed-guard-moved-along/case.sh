# A function that moves with its guard; one that is deleted with it; a file that is deleted.
repo
put a.py '@login_required' 'def f():' '    pass' '' 'def g():' '    return 1' '' 'def h():' '    return 2'
put b.py 'x = 1' '' '@login_required' 'def gone():' '    pass' '' 'y = 2'
put c.py '@login_required' 'def c():' '    pass'
commit start
put a.py 'def g():' '    return 1' '' 'def h():' '    return 2' '' '@login_required' 'def f():' '    pass'
put b.py 'x = 1' '' 'y = 2'
git rm -q -f c.py
git add .
sluice
