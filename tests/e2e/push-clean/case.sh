repo
server
put a.py 'safe(1)'
commit start
push main
git -C "$TMP/server.git" log --format=%s main
