# Any ref is reviewed, not only branches.
repo
server
put a.py 'x = 1'
commit start
push main
git notes add -m "key $(aws_key)"
push refs/notes/commits
