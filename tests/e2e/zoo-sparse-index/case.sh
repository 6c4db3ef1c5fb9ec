# A sparse index, which libgit2 itself cannot read, with a change outside of the checked-out part.
repo
for dir in in out far; do
	put $dir/a.py 'x = 1'
	put $dir/deep/b.py 'y = 1'
done
commit start
git sparse-checkout set --cone --sparse-index in
put in/a.py 'x = 1' 'dangerous(in)'
git add in
put out/deep/b.py 'y = 1' 'dangerous(out)'
git add --sparse out
git ls-files --sparse | grep '/$'
places
git commit -q -m two
places HEAD
places HEAD~1..HEAD
