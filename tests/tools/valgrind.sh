#!/bin/sh
# valgrind.sh <unit test>... - each under valgrind: no error, nothing lost
#
# What PCRE2's JIT makes is code that valgrind cannot judge (valgrind.supp).
set -u
cd "$(dirname "$0")/../.." || exit 1
log=${B:-build}/valgrind.log
failed=0
: >"$log"

for test; do
	start=$(date +%s)
	UNDER_VALGRIND=1 valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect \
		--suppressions=tests/tools/valgrind.supp "$test" >"$log.one" 2>&1
	status=$?
	cat "$log.one" >>"$log"
	if [ "$status" = 0 ]; then
		echo "ok $(basename "$test") ($(($(date +%s) - start)) s)"
	else
		failed=$((failed + 1))
		echo "not ok $(basename "$test"): exit status $status, see $log"
		grep -a -A 12 '^==' "$log.one" | head -n 30
	fi
done
rm -f "$log.one"
echo "$# run, $failed failed"
[ "$failed" = 0 ]
