# The program may be the hook file itself.
repo
own_rules
commit start
ln -s "$(command -v git-sluice)" .git/hooks/pre-commit
put a.py 'dangerous(1)'
git add .
run git commit -q -m bad
