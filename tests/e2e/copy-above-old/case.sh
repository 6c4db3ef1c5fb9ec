# The copy inserted above an old one is the new one.
repo
put a.py 'def f():' '    a()' '    dangerous(1)' '' 'def g():' '    b()'
commit start
put a.py 'def e():' '    z()' '    dangerous(1)' '' 'def f():' '    a()' '    dangerous(1)' '' 'def g():' '    b()'
git add .
places
