# The baseline that the committed configuration names is read from HEAD.
repo
put .sluiceconfig '[sluice]' '	baseline = accepted'
put a.py 'dangerous(1)'
git add a.py
git-sluice baseline write --only-rules="$RULES" --baseline=accepted
commit start
put a.py 'x = 1'
commit gone
put a.py 'dangerous(1)'
git add a.py
places
put accepted '# nothing'
git add accepted
places
