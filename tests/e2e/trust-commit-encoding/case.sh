# A commit may claim any encoding for its message; the bytes are read all the same.
repo
server
put a.py 'x = 1'
commit start
push main
for encoding in UTF-16LE EBCDIC-US UTF-7 nonsense ''; do
	git checkout -q -b "e$encoding" main
	put a.py "x = '$encoding'"
	git add a.py
	{
		echo "tree $(git write-tree)"
		echo "parent $(git rev-parse HEAD)"
		echo 'author Author <author@example.com> 1767225600 +0000'
		echo 'committer Committer <committer@example.com> 1767225600 +0000'
		echo "encoding $encoding"
		echo
		echo "the key is $(aws_key)"
	} >"$TMP/commit"
	git reset -q --hard "$(git hash-object -t commit -w --literally "$TMP/commit")"
	push HEAD
done
