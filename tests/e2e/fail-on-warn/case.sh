repo
commit start
put a.py 'risky(1)'
git add .
sluice
sluice --fail-on=warn
git config sluice.failOn warn
sluice
