# Code is judged on the net result: added and taken out again is nothing.
repo
put a.py 'x = 1'
commit start
put a.py 'dangerous(1)'
commit bad
put a.py 'x = 2'
commit good
sluice HEAD~2..HEAD
