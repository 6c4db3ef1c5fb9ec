# What feature.manyFiles switches on: index version 4, untracked cache, and since git 2.40 no checksum.
repo
git config feature.manyFiles true
git config index.skipHash true
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
git add a.py
git update-index --untracked-cache 2>/dev/null
git update-index --force-write-index
places
git commit -q -m two
places HEAD
