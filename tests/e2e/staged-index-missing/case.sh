# A GIT_INDEX_FILE that does not exist is an error, not an empty index.
repo
put a.py 'x = 1'
commit start
GIT_INDEX_FILE=.git/nothing sluice
