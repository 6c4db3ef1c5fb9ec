# What is accepted is silent, wherever it moves in its file; a new one is not.
repo
put a.py 'dangerous(1)'
commit start
git-sluice baseline write --only-rules="$RULES" HEAD
cat .sluice-baseline
put a.py 'x = 1'
commit gone
put a.py 'y = 1' 'dangerous(1)'
git add a.py
run git-sluice review --only-rules="$RULES" --baseline=.sluice-baseline
put a.py 'y = 1' 'dangerous(1)' 'dangerous(2)'
git add a.py
places --baseline=.sluice-baseline
run git-sluice baseline show
