# A copy of a file that also changes: its old lines are counted, its new ones judged.
repo
put a.py 1 2 3 4 5 6 7 8 9 'risky(old)'
commit start
cp a.py b.py
echo 'dangerous(new)' >>b.py
echo 'x = 1' >>a.py
git add .
run git-sluice review --only-rules="$RULES"
