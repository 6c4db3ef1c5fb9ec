# The message of an annotated tag is read.
repo
server
put a.py 'x = 1'
commit start
push main
git tag -a -m "release

key $(aws_key)" v1
push v1
git tag -a -m clean v2
push v2
