repo
commit start
put a.py 'dangerous(1)  # sluice: allow test-bad -- until the fix lands until 2199-12-31'
git add .
places
