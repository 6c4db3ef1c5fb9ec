# A secret stays in history: the commit is named, and the one that took it out.
repo
put a.ini 'x = 1'
commit start
put a.ini 'x = 1' "key = $(aws_key)"
commit 'add key'
put a.ini 'x = 1'
commit 'remove key'
sluice HEAD~2..HEAD
