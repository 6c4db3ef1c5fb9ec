# Objects borrowed from another repository, and a server whose forks share a pool.
repo origin
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(old)'
commit two
git clone -q --shared . ../borrower
cd ../borrower
sluice HEAD
put b.py 'dangerous(new)'
git add b.py
sluice
git commit -q -m three

git clone -q --bare "$TOP/origin" "$TMP/pool.git"
git clone -q --bare --reference "$TMP/pool.git" "$TOP/origin" "$TMP/server.git"
(cd "$TMP/server.git" && own_rules && git-sluice install 2>"$TMP/install")
git remote set-url origin "$TMP/server.git"
push HEAD:main
