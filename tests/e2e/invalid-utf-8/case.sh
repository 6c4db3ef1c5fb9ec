repo
commit start
printf 'x = "\377\376\200"\ndangerous("\377")\n' >a.py
git add .
sluice
