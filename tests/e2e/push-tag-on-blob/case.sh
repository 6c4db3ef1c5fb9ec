# A tag on a blob brings content without a commit.
repo
server
put a.py 'x = 1'
commit start
push main
put secret.txt "key $(aws_key)"
git tag blob "$(git hash-object -w secret.txt)"
push blob
