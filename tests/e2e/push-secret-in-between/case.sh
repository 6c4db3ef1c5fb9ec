# Added in one commit, removed in the next of the same push.
repo
server
put a.ini 'x = 1'
commit start
push main
put a.ini "key = $(aws_key)"
commit add
put a.ini 'x = 2'
commit remove
push main
