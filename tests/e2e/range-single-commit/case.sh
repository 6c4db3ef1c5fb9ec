repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(1)'
commit one
put a.py 'x = 1' 'dangerous(1)' 'dangerous(2)'
commit two
sluice HEAD~1
