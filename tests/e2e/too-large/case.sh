# A blob above the limit: not silently passed.
repo
commit start
head -c 68000000 /dev/zero | tr '\0' 'x' >big.py
put a.py 'dangerous(1)'
git add .
sluice
