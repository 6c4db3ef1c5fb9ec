# Fifty refs in one push: the one that brings a defect stops them all, and is named.
repo
server
put a.py 'x = 1'
commit start
push main
i=0
while [ $i -lt 50 ]; do
	git checkout -q -b "b$i" main
	if [ $i = 33 ]; then put "f$i.py" "dangerous($i)"; else put "f$i.py" "safe($i)"; fi
	commit "change $i"
	i=$((i + 1))
done
push --all | grep -v rejected
git ls-remote -q origin | cut -f2
git branch -q -D b33
push --all
git ls-remote -q origin | wc -l
