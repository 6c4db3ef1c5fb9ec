repo
own_rules
commit start
git-sluice install
ls .git/hooks | grep -v sample
put a.py 'dangerous(1)'
git add .
run git commit -q -m bad
put a.py 'safe(1)'
git add .
run git commit -q -m good
git log --format=%s
put a.py 'dangerous(1)'
git add .
git commit -q --no-verify -m bypass
git log -1 --format=%s
