repo
commit start
sluice nothing..HEAD
sluice no-such-commit
