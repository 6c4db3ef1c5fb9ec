# Nothing is staged: said, and passed.
repo
put a.py 'dangerous(1)'
commit start
sluice
