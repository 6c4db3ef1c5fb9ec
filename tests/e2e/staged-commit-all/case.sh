# git commit -a: the hook sees the temporary index.
repo
git config sluice.rules "$RULES"
put a.py 'x = 1'
commit start
git-sluice install 2>/dev/null
put a.py 'dangerous(1)'
run git commit -q -a -m bad
git log --oneline | wc -l
