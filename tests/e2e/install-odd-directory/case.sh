# A path with a quote and blanks.
repo "it's a repository"
git config sluice.rules "$RULES"
commit start
git-sluice install
put a.py 'dangerous(1)'
git add .
run git commit -q -m bad
