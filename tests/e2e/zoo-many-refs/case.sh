# A hundred thousand refs: only what is new is reviewed, and all of it.
repo
server
put a.py 'x = 1'
commit start
push main
id=$(git rev-parse HEAD)
awk -v id="$id" 'BEGIN { print "# pack-refs with: peeled fully-peeled sorted "
	for (i = 0; i < 100000; i++) printf "%s refs/heads/b%06d\n", id, i }' >"$TMP/refs"
printf '%s refs/heads/main\n' "$id" >>"$TMP/refs"
rm "$TMP/server.git/refs/heads/main"
mv "$TMP/refs" "$TMP/server.git/packed-refs"
put a.py 'x = 1' 'dangerous(2)'
commit two
push main
git branch other
push other
