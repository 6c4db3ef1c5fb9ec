# Index version 4, with an untracked cache and an index of several blocks.
repo
git config feature.manyFiles false
git config index.version 4
git config core.untrackedCache true
git config index.threads 2
put a.py 'x = 1'
put dir/b.py 'y = 1'
commit start
git update-index --index-version 4
git status -s
put dir/b.py 'y = 1' 'dangerous(2)'
git add dir/b.py
sluice
