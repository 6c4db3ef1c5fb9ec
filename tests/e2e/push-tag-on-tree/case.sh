repo
server
put a.py 'x = 1'
commit start
push main
put a.py 'dangerous(1)'
git add a.py
git tag tree "$(git write-tree)"
push tree
