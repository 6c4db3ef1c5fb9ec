# git -c and GIT_CONFIG_COUNT reach us.
repo
commit start
put a.py 'dangerous(1)'
git add .
git -c sluice.rule.test-bad.action=warn sluice review -q --only-rules="$RULES" | tail -n 1
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=sluice.rule.test-bad.action GIT_CONFIG_VALUE_0=off places
