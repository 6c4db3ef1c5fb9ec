# extensions.preciousObjects does not concern a reader; an extension that nobody knows does.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
git add a.py
git config core.repositoryFormatVersion 1
git config extensions.preciousObjects true
places
git config extensions.nobodyKnows true
sluice
