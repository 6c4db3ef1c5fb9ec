# A configuration that could not be read later is refused when it arrives.
repo
server
put a.py 'x = 1'
put .sluiceconfig '[sluice' '	failOn = warn'
commit start
push main
put .sluiceconfig '[sluice]' '	failOn = warn'
git add .
git commit -q --amend -m start
push main
