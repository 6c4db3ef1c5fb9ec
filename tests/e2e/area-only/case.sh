repo
commit start
put a.py 'dangerous(1)' 'risky(1)'
git add .
places --area=error-handling
