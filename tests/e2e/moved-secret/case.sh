# An old secret that moves does not block, in the staged change or a range.
repo
put a.ini "key = $(aws_key)"
put b.ini 'x = 1'
commit start
put a.ini 'x = 2'
put b.ini 'x = 1' "  key = $(aws_key)"
git add .
sluice
git commit -q -m move
sluice HEAD~1..HEAD
