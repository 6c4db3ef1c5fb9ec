# An old comment silences, and is not reported again.
repo
put a.py '# sluice: allow test-bad -- checked in review' 'x = 1'
commit start
put a.py '# sluice: allow test-bad -- checked in review' 'dangerous(2)'
git add .
run git-sluice review --only-rules="$RULES"
