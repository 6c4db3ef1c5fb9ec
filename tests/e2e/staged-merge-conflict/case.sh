# During a merge a line counts only if neither side has it.
repo
put a.py 'x = 1' 'middle' 'y = 1'
commit start
git checkout -q -b side
put a.py 'x = 2' 'middle' 'y = 1'
put theirs.py 'dangerous(theirs)'
commit side
git checkout -q main
put a.py 'x = 3' 'middle' 'y = 1'
commit ours
git merge -q side >/dev/null 2>&1 || :
put a.py 'dangerous(resolution)' 'middle' 'y = 1'
git add a.py
sluice
