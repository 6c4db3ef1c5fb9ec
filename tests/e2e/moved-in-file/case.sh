# Moved lines are old.
repo
put a.py 'def f():' '    dangerous(1)' '' 'def g():' '    return 2' '' 'def h():' '    return 3'
commit start
put a.py 'def g():' '    return 2' '' 'def h():' '    return 3' '' 'def f():' '    dangerous(1)'
git add .
sluice
