# Somebody else's hook that mentions ours further down is not ours.
repo
put .git/hooks/pre-commit '#!/bin/sh' 'echo theirs' '# git-sluice hook: runs in CI' 'exit 0'
run git-sluice install
run git-sluice uninstall
cat .git/hooks/pre-commit
