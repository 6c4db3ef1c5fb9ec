# A warning is shown and does not block.
repo
server
put a.py 'risky(1)'
commit start
push main
