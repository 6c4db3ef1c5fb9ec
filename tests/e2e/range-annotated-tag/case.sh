# A tag names its commit.
repo
put a.py 'x = 1'
commit one
git tag -a -m one v1
put a.py 'dangerous(1)'
commit two
places v1..HEAD
git tag -a -m two v2
places v2
