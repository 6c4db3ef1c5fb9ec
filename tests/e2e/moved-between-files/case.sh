repo
put a.py 'x = 1' 'def f():' '    dangerous(1)'
put b.py 'y = 1'
commit start
put a.py 'x = 1'
put b.py 'y = 1' 'def f():' '    dangerous(1)'
git add .
run git-sluice review --only-rules="$RULES"
