# A ref that points nowhere, on the server, does not hide what is new.
repo
server
put a.py 'x = 1'
commit start
push main
git -C "$TMP/server.git" symbolic-ref refs/heads/dangling refs/heads/nothing
put a.py 'x = 1' 'dangerous(2)'
commit two
push main
git branch topic HEAD
push topic
