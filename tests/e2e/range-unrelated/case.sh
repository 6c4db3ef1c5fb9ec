# No merge base: judged from nothing.
repo
put a.py 'x = 1'
commit one
git checkout -q --orphan other
put b.py 'dangerous(1)'
commit other
places main..other
