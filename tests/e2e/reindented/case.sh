repo
put a.py 'def f():' '    dangerous(1)'
commit start
put a.py 'def f():' '    if x:' '        dangerous(1)'
git add .
sluice
