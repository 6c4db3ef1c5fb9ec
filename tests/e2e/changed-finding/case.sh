# An old finding whose own text changes is a new one.
repo
put a.py 'x = dangerous(1)'
commit start
put a.py 'x = dangerous(2)'
git add .
places
