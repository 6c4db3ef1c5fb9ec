# A push with a file beyond a limit: refused, unless the server's configuration says otherwise.
repo
server
commit start
push main
many() {
	awk 'BEGIN { for (i = 0; i < 1001; i++) print "risky(" i ")" }'
}
ending() {
	push main >"$TMP/all"
	sed -n '/more findings/,$p' "$TMP/all"
}
many >a.py
commit many
ending
git -C "$TMP/server.git" config sluice.onIncomplete warn
ending
echo "the server has $(git -C "$TMP/server.git" rev-list --count main)"

echo '# what was reviewed still decides'
put b.py 'dangerous(1)'
many >c.py
commit more
ending
