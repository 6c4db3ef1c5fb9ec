# A relative GIT_INDEX_FILE starts at the top, also from a subdirectory.
repo
put sub/a.py 'x = 1'
commit start
put sub/a.py 'dangerous(1)'
git add .
cd sub
GIT_INDEX_FILE=.git/index sluice
