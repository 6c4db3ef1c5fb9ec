repo
server
put a.py 'x = 1'
commit start
push main main:gone
push :gone
git -C "$TMP/server.git" for-each-ref --format='%(refname)'
