# The working tree is never read: the staged line is bad, the file on disk is good, and the reverse.
repo
commit start
put a.py 'dangerous(staged)'
put b.py 'safe(staged)'
git add .
put a.py 'safe(disk)'
put b.py 'dangerous(disk)'
sluice
