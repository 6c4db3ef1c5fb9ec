# A report that cannot be delivered is an error, never a verdict.
repo
put a.py 'harmless(1)'
git add .
own_rules
ended() {
	echo "exit $?"
}
git-sluice >/dev/full || ended
git-sluice >&- || ended
git-sluice version >/dev/full || ended
git-sluice rules list >/dev/full || ended
git-sluice rules check "$RULES" >/dev/full || ended
git-sluice doctor >/dev/full || ended

echo '# nobody reads'
{
	sleep 0.3
	git-sluice 2>"$TMP/err" || echo "exit $?" >>"$TMP/err"
} | true
cat "$TMP/err"

echo '# a hook says nothing: it stops'
git-sluice hook pre-commit 2>&- || ended
git-sluice hook pre-commit 2>/dev/full || ended

echo '# no input'
git-sluice receive <&- || ended
