# Packs, a multi-pack-index and a commit graph; then both of these damaged.
repo
put a.py 'x = 1'
commit one
git repack -q -d
put a.py 'x = 1' 'dangerous(2)'
commit two
git repack -q -d
git multi-pack-index write
git commit-graph write --reachable
places HEAD
chmod u+w .git/objects/pack/multi-pack-index .git/objects/info/commit-graph
printf 'damage' >.git/objects/pack/multi-pack-index
printf 'damage' >.git/objects/info/commit-graph
places HEAD
