# At the limit the review says what it did not do.
repo
commit start
put a.py 'dangerous(1)'
git add .
sluice --time-limit=0.0000001
