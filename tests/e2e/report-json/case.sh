repo
commit start
put a.py 'safe(0)' 'dangerous(1)'
put "$(printf 'b\377.py')" 'risky(1)'
git add .
run git-sluice review --only-rules="$RULES" --format=json
