# What was not reviewed is named: the file in the works, files of the net result, then commits.
repo
commit start
awk 'BEGIN { for (i = 0; i < 300000; i++) print "dangerous(1); risky(1)" }' >a1.py
commit one
for i in 2 3; do
	put "a$i.py" "dangerous($i)"
	commit "number $i"
done
sluice --time-limit=0.4 HEAD~3..HEAD >"$TMP/out"

sed -n '/^  time/,$p' "$TMP/out"

echo '# of many, the first and a number'
for i in $(seq 200); do
	echo "dangerous($i)" >"b$i.py"
done
git add .
sluice --time-limit=0.0000001 --verbose | tail -n 3
sluice --time-limit=0.0000001 --format=json | grep -c '"reason": "not reviewed"'
