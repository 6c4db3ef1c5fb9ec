# The objects of a push that is not accepted yet stand in a directory of their own, as git's variables say.
repo
put a.py 'x = 1'
commit start
mkdir "$TMP/objects"
put a.py 'x = 1' 'dangerous(2)'
GIT_OBJECT_DIRECTORY="$TMP/objects" GIT_ALTERNATE_OBJECT_DIRECTORIES="$PWD/.git/objects" git add a.py

echo '# not known'
sluice -q 2>&1 | sed 's/[0-9a-f]\{40\}/<id>/g'
echo '# known'
GIT_OBJECT_DIRECTORY="$TMP/objects" GIT_ALTERNATE_OBJECT_DIRECTORIES="$PWD/.git/objects" sluice -q
