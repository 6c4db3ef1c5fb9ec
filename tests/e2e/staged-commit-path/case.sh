# git commit <path>: only that path is reviewed, whatever else is staged.
repo
own_rules
put a.py 'x = 1'
put b.py 'x = 1'
commit start
git-sluice install 2>/dev/null
put a.py 'safe(2)'
put b.py 'dangerous(2)'
git add b.py
run git commit -q -m one a.py
run git commit -q -m two b.py
git log --format=%s
