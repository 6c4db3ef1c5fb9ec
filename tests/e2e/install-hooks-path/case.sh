repo
own_rules
commit start
git config core.hooksPath .githooks
git-sluice install
ls .githooks
put a.py 'dangerous(1)'
git add a.py
run git commit -q -m bad
git-sluice uninstall
ls .githooks
