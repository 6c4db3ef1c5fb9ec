# Twenty pushes at a time: each is judged by what it brings.
repo
server
put a.py 'x = 1'
commit start
push main
i=0
while [ $i -lt 20 ]; do
	git checkout -q -b "b$i" main
	if [ $((i % 2)) = 0 ]; then put "f$i.py" "safe($i)"; else put "f$i.py" "dangerous($i)"; fi
	commit "change $i"
	i=$((i + 1))
done
seq 0 19 | xargs -P 20 -I '{}' sh -c 'git push -q origin "b$1" 2>"$TMP/push.$1"; echo $? >"$TMP/status.$1"' push '{}'
i=0
while [ $i -lt 20 ]; do
	echo "b$i: exit $(cat "$TMP/status.$i") $(sed -n 's/^remote: \(f.*: error\): .*/\1/p' "$TMP/push.$i")"
	i=$((i + 1))
done
git ls-remote -q origin | cut -f2 | sort
