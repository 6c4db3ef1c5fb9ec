# --amend: what is new against the commit that is replaced.
repo
own_rules
put a.py 'x = 1'
commit start
git-sluice install 2>/dev/null
put a.py 'dangerous(1)'
git add a.py
run git commit -q --amend -m amended
git log --format=%s
