# A secret that only a merge commit adds, and the next commit removes.
repo
put a.ini 'x = 1'
commit start
git checkout -q -b side
put b.py 'x = 1'
commit side
git checkout -q main
put c.py 'x = 1'
commit main
git merge -q --no-ff --no-commit side
put a.ini "key = $(aws_key)"
git add a.ini
git commit -q -m merge
put a.ini 'x = 2'
commit clean
places HEAD~2..HEAD
