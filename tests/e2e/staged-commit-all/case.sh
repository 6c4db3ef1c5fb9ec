# git commit -a: the hook sees the temporary index.
repo
own_rules
put a.py 'x = 1'
commit start
git-sluice install 2>/dev/null
put a.py 'dangerous(1)'
run git commit -q -a -m bad
git log --oneline | wc -l
