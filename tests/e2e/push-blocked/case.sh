# The server stays as it was, and the pusher sees path:line.
repo
server
put a.py 'x = 1'
commit start
push main
put a.py 'x = 1' 'dangerous(1)'
commit bad
push main
git -C "$TMP/server.git" log --format=%s main
