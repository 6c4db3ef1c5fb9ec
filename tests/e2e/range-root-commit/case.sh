repo
put a.py 'dangerous(1)'
commit root
sluice HEAD
