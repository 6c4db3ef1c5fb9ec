# Hooks belong to the main repository, whichever worktree installs them.
repo main
own_rules
commit start
git worktree add -q ../linked -b linked
cd ../linked
git-sluice install
put a.py 'dangerous(1)'
git add .
run git commit -q -m bad
