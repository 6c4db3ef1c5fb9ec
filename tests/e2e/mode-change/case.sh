# A new executable bit on an old defect: no line changes.
repo
put a.py 'dangerous(1)'
commit start
chmod +x a.py
git add a.py
sluice
