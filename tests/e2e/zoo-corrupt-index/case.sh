# An index that is damaged, cut short, or of a version nobody knows.
repo
put a.py 'dangerous(1)'
git add a.py
cp .git/index "$TMP/index"
printf 'X' | dd of=.git/index bs=1 seek=30 conv=notrunc 2>/dev/null
sluice
head -c 40 "$TMP/index" >.git/index
sluice
printf 'DIRC\000\000\000\011\000\000\000\000' >.git/index
sluice
: >.git/index
sluice
