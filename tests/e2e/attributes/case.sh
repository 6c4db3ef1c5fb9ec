# -diff, binary and a textconv do not hide text, staged or in a range.
repo
put .gitattributes '*.a -diff' '*.b binary' '*.c diff=x -text'
git config diff.x.textconv 'echo hidden #'
git config diff.x.binary true
commit start
put x.a "key $(aws_key)"
put x.b "key $(aws_key)"
put x.c "key $(aws_key)"
git add .
places
git commit -q -m keys
places HEAD
