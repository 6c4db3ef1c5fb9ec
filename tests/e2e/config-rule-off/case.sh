repo
commit start
put a.py 'dangerous(1)' 'risky(1)'
git add .
git config sluice.rule.test-bad.action off
run git-sluice review --only-rules="$RULES"
