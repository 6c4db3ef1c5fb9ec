repo
commit start
put bad 'this is no fingerprint'
put a.py 'x = 1'
git add a.py
sluice --baseline=bad
sluice --baseline=absent
