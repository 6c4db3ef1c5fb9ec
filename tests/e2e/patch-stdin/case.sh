repo
put a.py 'one' 'two' 'three' 'four' 'five'
commit start
put a.py 'one' 'two' 'three' 'four' 'dangerous(1)'
git diff | run git-sluice review --only-rules="$RULES" --patch -
