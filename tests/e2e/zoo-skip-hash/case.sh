# An index without checksum (index.skipHash), which libgit2 takes for a damaged one.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
git add a.py
size=$(wc -c <.git/index)
dd if=/dev/zero of=.git/index bs=1 seek=$((size - 20)) count=20 conv=notrunc 2>/dev/null
places
