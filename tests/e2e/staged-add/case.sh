# A new file: every line is added.
repo
commit start
put a.py 'import os' 'dangerous(os)' 'risky(1)'
git add a.py
sluice
