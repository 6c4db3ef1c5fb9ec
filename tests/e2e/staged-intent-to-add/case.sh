# git add -N stages a name and no content.
repo
commit start
put a.py 'dangerous(1)'
git add -N a.py
sluice
