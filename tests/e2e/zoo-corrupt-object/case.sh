# An object that cannot be read stops the review: it is never taken for an empty one.
repo
put a.py 'x = 1'
commit start
put a.py 'dangerous(2)'
git add a.py
blob=$(git rev-parse :a.py)
file=.git/objects/$(echo "$blob" | cut -c1-2)/$(echo "$blob" | cut -c3-)
chmod u+w "$file"
printf 'not zlib' >"$file"
sluice
rm -f "$file"
sluice
git reset -q --hard
put a.py 'dangerous(3)'
commit two
tree=$(git rev-parse 'HEAD^{tree}')
rm -f ".git/objects/$(echo "$tree" | cut -c1-2)/$(echo "$tree" | cut -c3-)"
sluice HEAD
sluice
