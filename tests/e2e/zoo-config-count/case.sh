# Configuration by the environment is git's own and counts for us, too.
repo
put a.py 'dangerous(1)'
git add a.py
places
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=sluice.rule.test-bad.action GIT_CONFIG_VALUE_0=warn places
GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=sluice.rule.test-bad.action GIT_CONFIG_VALUE_0=warn sluice
GIT_CONFIG_COUNT=x sluice
