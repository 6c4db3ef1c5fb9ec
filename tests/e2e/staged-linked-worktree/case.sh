# A linked worktree has its own index and HEAD.
repo main
put a.py 'x = 1'
commit start
git worktree add -q ../linked -b linked
cd ../linked
put a.py 'x = 1' 'dangerous(linked)'
git add a.py
sluice
cd ../main
sluice
