# A renamed file brings nothing new; what it has is counted.
repo
put a.py 'x = 1' 'dangerous(1)' 'y = 2'
commit start
git mv a.py b.py
run git-sluice review --only-rules="$RULES"
