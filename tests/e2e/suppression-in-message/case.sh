# A commit message cannot excuse itself.
repo
commit start
put a.py 'x = 1'
commit "deploy with $(aws_key)

# sluice: allow test-secret -- trust me
$(aws_key) # sluice: allow test-secret -- trust me"
places HEAD~1..HEAD
