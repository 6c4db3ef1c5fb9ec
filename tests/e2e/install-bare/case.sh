git init -q --bare .
git-sluice install
ls hooks | grep -v sample
run git-sluice install --pre-commit
git-sluice uninstall
ls hooks | grep -v sample || :
