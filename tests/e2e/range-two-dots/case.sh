# The net result of a branch, and its commits.
repo
put a.py 'x = 1'
commit start
git checkout -q -b topic
put a.py 'x = 1' 'dangerous(one)'
commit one
put b.py 'risky(two)'
commit two
sluice main..topic
