# An old finding whose line is edited around: a warning.
repo
put a.py 'x = dangerous(1)'
commit start
put a.py 'y = dangerous(1)  # renamed'
git add .
sluice
