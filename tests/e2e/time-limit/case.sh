# At the limit the review says what it did not do.
repo
commit start
put a.py 'dangerous(1)'
git add .
at_the_limit --time-limit=0.0000001

echo '# from the configuration, which the command line overrules'
git config sluice.timeLimit 0.0000001
at_the_limit
sluice --time-limit=100
git config sluice.timeLimit never
sluice
