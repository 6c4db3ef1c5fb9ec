# A path with a quote and blanks.
repo "it's a repository"
own_rules
commit start
git-sluice install
put a.py 'dangerous(1)'
git add .
run git commit -q -m bad
