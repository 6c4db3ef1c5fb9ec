# Refs in the reftable format. A git that has it makes such a repository; an older one refuses it, and so
# does a review, naming the format, whoever reads: refs that cannot be seen are no refs that are not there.
if git init -q --ref-format=reftable "$TMP/new" 2>/dev/null; then
	cd "$TMP/new"
	expected=1
else
	repo
	git config core.repositoryFormatVersion 1
	expected=128
fi
put a.py 'x = 1'
if [ "$expected" = 1 ]; then commit start; fi
put a.py 'x = 1' 'dangerous(2)'
git add a.py
[ "$expected" = 1 ] || git config extensions.refStorage reftable
sluice -q >"$TMP/out" 2>&1
[ "$(sed -n 's/^exit //p' "$TMP/out")" = "$expected" ] && echo 'reviewed or refused'
[ "$expected" = 1 ] || { grep -qi 'refstorage\|repository version' "$TMP/out" && echo 'says why'; } || cat "$TMP/out"
