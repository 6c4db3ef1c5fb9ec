# A baseline that arrives with the push has no say.
repo
server
put .sluiceconfig '[sluice]' '	baseline = .sluice-baseline'
put a.py 'x = 1'
commit start
push main
put a.py 'dangerous(1)'
git add a.py
git-sluice baseline write --only-rules="$RULES"
commit bad
push main
