# Nothing found: the sentence, and its scope.
repo
commit start
put a.py 'safe(1)'
git add .
run git-sluice review --only-rules="$RULES"
