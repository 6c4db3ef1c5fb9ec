repo
put a.py 'x = 1' 'y = 2' '# sluice: allow test-bad -- was needed once' 'dangerous(1)'
commit start
put a.py 'x = 1  # sluice: allow test-bad -- nothing here' 'y = 2' '# sluice: allow test-bad -- was needed once' 'safe(1)'
git add .
places
