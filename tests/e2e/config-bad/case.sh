# Configuration that means nothing is an error, not a silent pass.
repo
put .sluiceconfig '[sluice "rule.test-bad"]' '	action = maybe'
commit start
put a.py 'dangerous(1)'
git add .
sluice
git rm -q -f .sluiceconfig
git commit -q -m gone
git add .
git config sluice.nonsense 1
sluice
