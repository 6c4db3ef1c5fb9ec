repo
put a.py 'x = 1'
commit start
for n in 1 2 3; do
	git checkout -q -b side$n main
	put side$n.py "dangerous($n)"
	commit side$n
done
git checkout -q main
git merge -q --no-ff --no-commit side1 side2 side3
put a.py 'dangerous(octopus)'
git add a.py
git commit -q -m octopus
sluice HEAD
