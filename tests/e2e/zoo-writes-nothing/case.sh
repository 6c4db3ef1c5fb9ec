# A review leaves the repository as it was, also one that must not be written.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
git add a.py
list() {
	find . -printf '%p %T@ %s\n' | sort
	find . -type f -exec cksum {} + | sort
}
list >"$TMP/before"
chmod -R a-w .
places
places HEAD
chmod -R u+w .
list >"$TMP/after"
cmp "$TMP/before" "$TMP/after" && echo unchanged
