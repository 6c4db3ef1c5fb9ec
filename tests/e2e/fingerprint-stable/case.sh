# The same defect under another line, indentation and name has the same fingerprint.
repo
commit start
put a.py 'dangerous(1)'
git add .
run git-sluice review --only-rules="$RULES" --format=json | grep -E '"fingerprint"|exit'
git rm -q -f --cached a.py
put b.py 'x = 1' 'if x:' '        dangerous(1)'
git add b.py
run git-sluice review --only-rules="$RULES" --format=json | grep -E '"fingerprint"|exit'
