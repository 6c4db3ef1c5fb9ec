# A rule's setting for some paths only.
repo
commit start
put a.py 'dangerous(1)'
put tests/b.py 'dangerous(2)'
git add .
git config sluice.rule.test-bad.action off
git config sluice.rule.test-bad.path tests/
places
