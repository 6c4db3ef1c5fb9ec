repo
printf 'x = 1' >a.py
commit start
printf 'x = 1\ndangerous(1)' >a.py
git add .
sluice
