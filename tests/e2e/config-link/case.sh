# A .sluiceconfig that is a link is refused, and a baseline that is one, too: what they name is not what was reviewed.
repo
put real '[sluice "rule.test-bad"]' '	action = off'
ln -s real .sluiceconfig
commit start
put a.py 'dangerous(1)'
git add a.py
sluice
git reset -q
git rm -q -f .sluiceconfig
put .sluiceconfig '[sluice]' '	baseline = known'
ln -s real known
git add .sluiceconfig known
git commit -q -m link
git add a.py
sluice
echo '# a rule that does not exist may be configured'
git reset -q
git rm -q -f known .sluiceconfig
git commit -q -m none
git add a.py
git config sluice.rule.no-such-rule.action block
places
