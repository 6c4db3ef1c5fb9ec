# A hook of somebody else is never overwritten.
repo
put .git/hooks/pre-commit '#!/bin/sh' 'echo foreign' >/dev/null
chmod +x .git/hooks/pre-commit
run git-sluice install
cat .git/hooks/pre-commit
ls .git/hooks | grep -v sample
git-sluice uninstall
cat .git/hooks/pre-commit
