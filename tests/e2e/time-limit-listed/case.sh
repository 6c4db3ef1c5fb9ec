# What was not reviewed is named: the file in the works, files of the net result, then commits.
repo
commit start
awk 'BEGIN { for (i = 0; i < 300000; i++) print "dangerous(1); risky(1)" }' >a1.py
commit one
for i in 2 3; do
	put "a$i.py" "dangerous($i)"
	commit "number $i"
done
# Long enough for the way to the first file, ten times what that takes with small files; that file takes seconds.
limit=$(($(milliseconds sluice HEAD~2..HEAD) * 10))
[ "$limit" -gt 400 ] || limit=400
at_the_limit --time-limit="${limit}e-3" HEAD~3..HEAD >"$TMP/out"
sed -n 's/^  time limit of [0-9.]* s/  time limit of N s/; /^  time/,$p' "$TMP/out"

echo '# of many, the first and a number'
for i in $(seq 200); do
	echo "dangerous($i)" >"b$i.py"
done
git add .
at_the_limit --time-limit=0.0000001 --verbose | tail -n 3
at_the_limit --time-limit=0.0000001 --format=json | grep -c '"reason": "not reviewed"'
