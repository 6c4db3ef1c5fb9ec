# A .sluiceconfig that arrives with the push has no say; one that was there before has.
repo
server
put a.py 'x = 1'
commit start
push main
put .sluiceconfig '[sluice "rule.test-bad"]' '	action = off'
put a.py 'dangerous(1)'
commit bad
push main
git reset -q --hard HEAD~1
put .sluiceconfig '[sluice "rule.test-bad"]' '	action = off'
commit config
push main
put a.py 'dangerous(1)'
commit bad
push main
