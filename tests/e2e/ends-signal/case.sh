# A signal leaves no report and no temporary file, and exit status 128.
repo
git init -q
for signal in TERM INT HUP; do
	mkfifo patch
	env --default-signal="$signal" git-sluice review -q --only-rules="$RULES" --patch patch --format=json \
		--output=report.json --report=sarif:report.sarif 2>"$TMP/err" &
	pid=$!
	exec 3>./patch
	printf '%s\n' '--- a/a.py' '+++ b/a.py' '@@ -0,0 +1,2 @@' '+dangerous(1)' >&3
	ls | grep -c '\.tmp$'
	kill -s "$signal" "$pid"
	status=0
	wait "$pid" || status=$?
	exec 3>&-
	rm patch
	echo "$signal: exit $status, $(cat "$TMP/err"), left: $(ls | tr '\n' ' ')"
done

echo '# who ignores one from the start goes on'
mkfifo patch
(
	trap '' HUP
	exec git-sluice review -q --only-rules="$RULES" --patch patch --output=report
) &
pid=$!
exec 3>./patch
kill -s HUP "$pid"
printf '%s\n' '--- a/a.py' '+++ b/a.py' '@@ -0,0 +1 @@' '+dangerous(1)' >&3
exec 3>&-
status=0
wait "$pid" || status=$?
echo "exit $status, $(grep -c test-bad report)"
