repo
own_rules
commit start
put .git/hooks/pre-commit '#!/bin/sh' 'echo foreign ran >&2; test ! -e stop'
chmod +x .git/hooks/pre-commit
git-sluice install --chain 2>/dev/null
git-sluice install --chain 2>/dev/null
put a.py 'dangerous(1)'
git add .
run git commit -q -m bad
put a.py 'safe(1)'
git add .
run git commit -q -m good
touch stop
put a.py 'safe(2)'
git add a.py
run git commit -q -m stopped
git-sluice uninstall 2>/dev/null
cat .git/hooks/pre-commit
git log --format=%s
