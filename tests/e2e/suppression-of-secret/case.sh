# A suppression in the every-commit pass.
repo
commit start
put a.ini "key = $(aws_key) # sluice: allow test-secret -- revoked long ago"
commit key
places HEAD~1..HEAD
