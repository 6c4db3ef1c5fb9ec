# An index that is damaged, cut short, or of a version nobody knows. As git does not look at the checksum, a byte that
# changes nothing it reads is none of our business either.
repo
put a.py 'dangerous(1)'
git add a.py
cp .git/index "$TMP/index"
damage() {
	cp "$TMP/index" .git/index
	printf "$2" | dd of=.git/index bs=1 seek="$1" conv=notrunc 2>/dev/null
}
damage 30 'X'
places
git diff --cached --name-only
damage 54 '\000\001\002'
sluice
damage 74 '\000'
sluice
head -c 40 "$TMP/index" >.git/index
sluice
printf 'DIRC\000\000\000\011\000\000\000\000' >.git/index
sluice
: >.git/index
sluice
