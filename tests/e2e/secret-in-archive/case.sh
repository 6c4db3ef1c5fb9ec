# Texts in archives are read for secrets, new and changed ones only; no other rule reads them.
repo
commit start
mkdir "$TMP/tree"
put "$TMP/tree/a.ini" 'x = 1' "key = $(aws_key)"
put "$TMP/tree/b.py" 'dangerous(1)'
printf 'x\0\1\2\3\4' >"$TMP/tree/c.bin"
pack() { # <name>
	tar -C "$TMP/tree" --sort=name --owner=0 --group=0 --mtime=@0 -cf - . | gzip -n >"$1"
}
pack lib.tar.gz
gzip -n <"$TMP/tree/a.ini" >a.gz
git add -A
sluice
git commit -q -m packed
put "$TMP/tree/d.ini" "key = $(aws_key)"
put "$TMP/tree/a.ini" 'x = 2' "key = $(aws_key)"
pack lib.tar.gz
git add -A
sluice
git config sluice.archives false
sluice
git config --unset sluice.archives
head -c 200 lib.tar.gz >cut.tar.gz
git add -A
git commit -q -m more
sluice HEAD~1..HEAD
{
	cat lib.tar.gz
	head -c 16777216 /dev/zero
} >large.tar.gz
git add large.tar.gz
sluice
