# A pack whose bytes are damaged in the middle.
# libgit2 1.5.1 forgets its reference database then, which a sanitizer would report.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
repo
i=0
while [ $i -lt 40 ]; do
	echo "value_$i = $i" >>a.py
	i=$((i + 1))
done
commit start
echo 'dangerous(2)' >>a.py
commit two
git repack -q -a -d
pack=$(echo .git/objects/pack/*.pack)
chmod u+w "$pack"
size=$(wc -c <"$pack")
dd if=/dev/zero of="$pack" bs=1 seek=12 count=$((size - 32)) conv=notrunc 2>/dev/null
run git-sluice review -q --only-rules="$RULES" HEAD 2>"$TMP/error"
sed 's/[0-9a-f]\{40\}/@ID@/g' "$TMP/error"
