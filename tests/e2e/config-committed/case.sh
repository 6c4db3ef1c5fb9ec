# .sluiceconfig of HEAD counts, the staged one does not yet.
repo
put .sluiceconfig '[sluice "rule.test-risky"]' '	action = off'
commit start
put .sluiceconfig '[sluice "rule.test-bad"]' '	action = off'
put a.py 'dangerous(1)' 'risky(1)'
git add .
places
