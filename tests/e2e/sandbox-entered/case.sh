# Before the first byte of a patch is read, the process has given up its rights.
repo
mkfifo patch
git-sluice review -q --only-rules="$RULES" --patch patch --output=report &
pid=$!
exec 3>./patch
# It has opened the pipe, so it is about to read.
sed -n 's/^\(NoNewPrivs\|Seccomp\):[[:space:]]*/\1 /p' "/proc/$pid/status" >"$TMP/status"
printf '%s\n' '--- a/a.py' '+++ b/a.py' '@@ -0,0 +1 @@' '+dangerous(1)' >&3
exec 3>&-
status=0
wait "$pid" || status=$?
echo "exit $status"
grep -c test-bad report
if git-sluice version --build-options | grep -q 'sandbox: Landlock [0-9]*, seccomp$'; then
	cat "$TMP/status"
else
	echo '# SKIP: this kernel has no sandbox' >&2
	printf '%s\n' 'NoNewPrivs 1' 'Seccomp 2'
fi
