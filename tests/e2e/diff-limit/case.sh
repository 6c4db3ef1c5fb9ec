# More lines than are compared one by one: all of the middle is judged, what stands unchanged in it is silent.
repo
lines() {
	echo head
	[ "$1" = 0 ] || echo 'dangerous(0)'
	awk -v from="$1" 'BEGIN { for (i = from; i < from + 205000; i++) print "line", i }'
	echo 'dangerous(1)'
	awk -v from="$1" 'BEGIN { for (i = from; i < from + 1000; i++) print "end", i }'
}
lines 0 >a.py
commit start
lines 300000 >a.py
git add .
sluice --time-limit=20
git-sluice review --only-rules="$RULES" | grep -E '^(changes|silent)'
