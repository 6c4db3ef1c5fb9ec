cd /
run git-sluice review
