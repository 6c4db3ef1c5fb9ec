# A symlink becomes a file and a file a symlink.
repo
ln -s elsewhere a.py
put b.py 'x = 1'
commit start
rm a.py b.py
put a.py 'dangerous(1)'
ln -s "/keys/$(aws_key)" b.py
git add -A
places
