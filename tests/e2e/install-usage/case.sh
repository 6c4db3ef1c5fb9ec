repo
run git-sluice install --post-commit
run git-sluice install now
cd /
run git-sluice install
