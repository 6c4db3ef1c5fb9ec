# Commit messages are read by the rules that ask for it.
repo
commit start
put a.py 'x = 1'
commit "deploy

with $(aws_key) as key; dangerous(1) here is only prose"
sluice HEAD~1..HEAD
