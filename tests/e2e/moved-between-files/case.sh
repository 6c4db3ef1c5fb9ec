repo
put a.py 'x = 1' 'def f():' '    dangerous(1)'
put b.py 'y = 1'
commit start
put a.py 'x = 1'
put b.py 'y = 1' 'def f():' '    dangerous(1)'
git add .
run git-sluice review --only-rules="$RULES"
git commit -q -m moved
# ... but not from where the rule was switched off.
put vendor/v.py 'x = 2' 'dangerous(vendor)'
commit vendor
git config sluice.path.vendor/.action off
put vendor/v.py 'x = 2'
put b.py 'y = 1' 'def f():' '    dangerous(1)' 'dangerous(vendor)'
git add .
places
