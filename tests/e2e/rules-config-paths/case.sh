# sluice.rules and sluice.baseline start at the top; an empty value forgets the earlier ones.
repo
put sub/a.py 'x = 1'
commit start
cp "$RULES" own.yaml
git config --add sluice.rules nothing.yaml
git config --add sluice.rules ''
git config --add sluice.rules own.yaml
git config sluice.shippedRules false
put sub/a.py 'dangerous(1)'
git add sub
cd sub
run git-sluice review -q
git-sluice baseline write --baseline=../accepted
git config sluice.baseline accepted
run git-sluice review -q
