# One old line excuses one new line: the second copy is new.
repo
put a.py 'x = 1' 'dangerous(1)'
put b.py 'y = 1'
commit start
put a.py 'x = 1'
put b.py 'y = 1' 'dangerous(1)' 'y = 2' 'dangerous(1)'
git add .
places
