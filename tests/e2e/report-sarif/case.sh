repo
commit start
put a.py 'x = "ü"; dangerous(1)'
git add .
run git-sluice review --only-rules="$RULES" --format=sarif
