# An index whose cache tree says other than its entries: `git commit` writes the trees, so a review of the entries alone would
# let through what it never saw.
repo
put lib/x.py 'safe = 1'
put a.py 'y = 1'
commit start
safe=$(git rev-parse HEAD:lib/x.py)
top=$(git rev-parse "HEAD^{tree}")
lib=$(git rev-parse HEAD:lib)
put lib/x.py 'dangerous(1)'
put a.py 'y = 2'
git add -A
bad=$(git rev-parse :lib/x.py)
new_top=$(git write-tree)
new_lib=$(git rev-parse "$new_top:lib")
cp .git/index "$TMP/index"

# lie <from> <to>... - the index again, with ids replaced
lie() {
	hex=$(od -An -v -tx1 "$TMP/index" | tr -d ' \n')
	while [ $# -gt 0 ]; do
		hex=$(echo "$hex" | sed "s/$1/$2/")
		shift 2
	done
	# shellcheck disable=SC2059 # the bytes are its escapes
	printf "$(echo "$hex" | sed 's/../& /g' | tr ' ' '\n' | while read -r byte; do
		[ -z "$byte" ] || printf '\\0%03o' "0x$byte"
	done | sed 's/\\0/\\/g')" >.git/index
}

echo '# nothing is wrong'
lie "$bad" "$bad"
places
echo '# entries without the defect, trees with it: what git would commit'
lie "$bad" "$safe"
git commit -q -m lie
git diff --name-only HEAD~1 HEAD
git reset -q --soft HEAD~1
lie "$bad" "$safe"
sluice
echo '# the top alone lies'
lie "$bad" "$safe" "$new_lib" "$lib"
sluice
echo '# entries with the defect, trees without: git commits none of it'
lie "$new_lib" "$lib" "$new_top" "$top"
git diff --cached --quiet || echo 'not empty'
sluice
echo '# a tree that is not there is made from the entries'
lie "$new_lib" 0123456789012345678901234567890123456789 "$new_top" 1123456789012345678901234567890123456789
places
