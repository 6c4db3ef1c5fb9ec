repo
commit start
run git-sluice review --nonsense
run git-sluice review --format=xml
run git-sluice review --format
run git-sluice review --area=nothing
run git-sluice review --staged HEAD
run git-sluice review HEAD HEAD
run git-sluice review --fail-on=never
run git-sluice receive now
run git-sluice hook post-commit
run git-sluice version now
git sluice version
run git-sluice -h | head -n 1
