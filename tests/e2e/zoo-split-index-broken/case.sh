# A split index whose other half is gone, is another one, or is cut: git refuses it, and so does a review.
repo
put a.py 'x = 1'
put b.py 'y = 1'
commit start
git update-index --split-index
put a.py 'dangerous(1)'
git add -A
shared=$(ls .git/sharedindex.*)
cp "$shared" "$TMP/shared"

refused() {
	echo "-- $1"
	sluice -q 2>&1 | sed 's/[0-9a-f]\{40\}/<id>/g'
	rm -f "$shared"
	cp "$TMP/shared" "$shared"
}

rm "$shared"
refused gone
git ls-files -s -z | GIT_INDEX_FILE="$TMP/other" git update-index -z --index-info
rm -f "$shared"
cp "$TMP/other" "$shared"
refused 'another one'
head -c 60 "$TMP/shared" >"$TMP/cut"
rm -f "$shared"
cp "$TMP/cut" "$shared"
refused cut

echo '-- whole again'
sluice -q
