# An index without checksum (index.skipHash), which libgit2 itself takes for a damaged one.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
git add a.py
size=$(wc -c <.git/index)
dd if=/dev/zero of=.git/index bs=1 seek=$((size - 20)) count=20 conv=notrunc 2>/dev/null
places
SLUICE_BACKEND=auto git-sluice review -v --only-rules="$RULES" >"$TMP/out" || :
SLUICE_BACKEND=git git-sluice review -v --only-rules="$RULES" | diff - "$TMP/out" && echo same
git-sluice version --build-options | sed -n -e 's/^libgit2: .*/libgit2/p' -e 's,^git: /.*/,git: /,p'
PATH=/nonexistent "$(command -v git-sluice)" version --build-options | grep '^git:'
