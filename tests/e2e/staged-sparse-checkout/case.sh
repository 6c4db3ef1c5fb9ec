# Paths outside a sparse checkout are in the index and not on disk.
repo
put in/a.py 'x = 1'
put out/b.py 'x = 1'
commit start
git sparse-checkout set in 2>/dev/null
put in/a.py 'dangerous(1)'
git add in
sluice
