#!/bin/sh
# run.sh - every test of the tree, one closing line: "N passed, N failed"
#
# Each suite speaks TAP. A suite that ends badly without saying "not ok", or
# that ran fewer tests than it planned, counts as one more failure. A skipped test
# is shown, and counts as neither.
set -eu
cd "$(dirname "$0")/../.."
B=${B:-build}
log=$B/test.log
passed=0
failed=0

# cmocka would catch the signals that the sanitizers report on.
export ASAN_OPTIONS="handle_segv=2:handle_abort=2:${ASAN_OPTIONS:-}"
export CMOCKA_MESSAGE_OUTPUT=TAP
: >"$log"

suite() { # <name> <command>...
	name=$1
	shift
	out=$B/suite.tap
	status=0
	"$@" >"$out" 2>"$out.err" || status=$?
	{
		echo "# $name"
		cat "$out" "$out.err"
	} >>"$log"
	skipped=$(grep -c '^ok .* # SKIP ' "$out" || :)
	ok=$(($(grep -c '^ok ' "$out" || :) - skipped))
	bad=$(grep -c '^not ok ' "$out" || :)
	plan=$(sed -n 's/^1\.\.\([0-9][0-9]*\).*/\1/p' "$out" | awk '{ n += $1 } END { print n + 0 }')
	if [ "$status" != 0 ] && [ "$bad" = 0 ] || [ "$plan" != $((ok + skipped + bad)) ]; then
		bad=$((bad + 1))
		echo "not ok - $name: exit status $status, $ok of $plan tests ran"
		tail -n 20 "$out.err"
	fi
	[ "$bad" = 0 ] || grep -A 12 '^not ok ' "$out" || :
	grep ' # SKIP ' "$out" || :
	passed=$((passed + ok))
	failed=$((failed + bad))
	printf '%-24s %4d passed, %d failed\n' "$name" "$ok" "$bad"
}

for test in "$B"/unit/test_*; do
	case $test in *.d) continue ;; esac
	suite "$(basename "$test")" "$test"
done
suite rules "$B/git-sluice" rules test --tap rules
suite e2e sh tests/e2e/run.sh "$B/git-sluice"
suite e2e-git env SLUICE_BACKEND=git sh tests/e2e/run.sh "$B/git-sluice"
suite secrets sh tests/secrets/run.sh "$B/git-sluice"
suite sarif-validator sh tests/sarif/selftest.sh
suite sarif sh tests/sarif/reports.sh "$PWD/$B/git-sluice"
suite faults env NO_PRELOAD="${SAN:-}" sh tests/faults/run.sh "$B/git-sluice"
suite hostile env SLOW="$([ -n "${SAN:-}" ] && echo 8 || echo 1)" sh tests/hostile/run.sh "$B/git-sluice"
[ ! -d tests/fuzz/corpus ] || suite corpus sh tests/fuzz/replay.sh "$B"

echo "$passed passed, $failed failed" | tee "$B/result"
[ "$failed" = 0 ]
