# Merging a branch the server has brings nothing new.
repo
server
put a.py 'x = 1'
commit start
git checkout -q -b side
put b.py 'risky(side)'
commit side
push main side
git checkout -q main
put c.py 'x = 1'
commit main
git merge -q --no-ff -m merge side
push main
