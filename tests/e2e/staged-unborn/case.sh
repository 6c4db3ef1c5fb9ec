# The first commit: HEAD is unborn.
repo
put a.py 'dangerous(1)'
git add a.py
sluice
