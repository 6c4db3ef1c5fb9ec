# A server's path with a colon: git quotes it in the environment of its hooks.
repo
put a.py 'x = 1'
commit start
git init -q --bare "$TMP/ser:ver.git"
(cd "$TMP/ser:ver.git" && own_rules && git-sluice install 2>"$TMP/install")
git remote add origin "file://$TMP/ser:ver.git"
push main
put a.py 'x = 1' 'dangerous(2)'
commit two
push main
