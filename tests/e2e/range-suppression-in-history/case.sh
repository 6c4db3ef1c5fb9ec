# A suppression comment that comes and goes within the range is reported where
# it hides a secret that stays in history; one that is still there, only once.
repo
put a.py 1
commit start
put a.py 1 "key = '$(aws_key)'  # sluice: allow test-secret -- a test key"
commit 'add a key'
put a.py 1 "key = '$(aws_key)'  # sluice: allow test-secret -- a test key" 2
commit 'more'
sluice HEAD~2..HEAD
put a.py 1
commit 'take it out'
sluice HEAD~3..HEAD
