# Two refs in one push, one of them bad: both are refused.
repo
server
put a.py 'x = 1'
commit start
push main
git checkout -q -b good
put a.py 'safe(1)'
commit good
git checkout -q -b bad main
put a.py 'dangerous(1)'
commit bad
push good bad
git -C "$TMP/server.git" for-each-ref --format='%(refname)'
