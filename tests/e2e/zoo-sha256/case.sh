# Ids of 64 digits: staged, a commit, a range, what a hook sees, and a push.
git init -q --object-format=sha256 main
cd main
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
put b.py 'y = 1'
git add -A
sluice
git commit -q -m two
places HEAD
git rm -q a.py
git mv b.py c.py
put c.py 'y = 1' "key = '$(aws_key)'"
git add -A
git commit -q -m three
places HEAD~2..HEAD
git-sluice review --format=json --only-rules="$RULES" HEAD~1 | grep -E '"(commit|description)"'
git init -q --bare --object-format=sha256 "$TMP/server.git"
(cd "$TMP/server.git" && own_rules && git-sluice install 2>"$TMP/install")
git remote add origin "$TMP/server.git"
push HEAD~2:refs/heads/main
push HEAD:refs/heads/main
git tag -a -m "key $(aws_key)" v1 HEAD~2
push v1
git checkout -q -b other HEAD~2
put d.py 'z = 1'
commit harmless
push other
