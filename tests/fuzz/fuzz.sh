#!/bin/sh
# fuzz.sh libfuzzer|afl <minutes> <build directory> <target>... - one after the other, then a table
#
# Each begins with what it found out before (<build directory>/corpus) and the corpus of the
# tree. Inputs that fail are kept and named at the end, and the exit status is 1.
set -u
engine=$1
minutes=$2
B=$3
shift 3
list=$B/failed
: >"$list"

with_libfuzzer() { # <target>; sets executions, coverage, found
	mkdir -p "$B/failures/$1"
	"$B/$1" -max_total_time=$((minutes * 60)) -timeout=25 -rss_limit_mb=4096 -print_final_stats=1 \
		-artifact_prefix="$B/failures/$1/" "$B/corpus/$1" "tests/fuzz/corpus/$1" >"$B/$1.log" 2>&1
	status=$?
	executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$B/$1.log")
	coverage=$(grep -a -o 'cov: [0-9]*' "$B/$1.log" | tail -n 1 | sed 's/cov: //')
	[ "$status" = 0 ] || found="$B/$1.log, $B/failures/$1/"
}

# What AFL asks of a machine for speed, and what a log wants.
with_afl() { # <target>
	dir=$B/findings/$1
	seeds=$B/seeds/$1
	mkdir -p "$dir" "$seeds"
	cp "tests/fuzz/corpus/$1"/* "$seeds"
	AFL_AUTORESUME=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 \
		afl-fuzz -V $((minutes * 60)) -t 25000 -i "$seeds" -o "$dir" -- "$B/$1" >"$B/$1.log" 2>&1
	status=$?
	stats=$dir/default/fuzzer_stats
	executions=$(sed -n 's/^execs_done *: *//p' "$stats" 2>/dev/null)
	coverage=$(sed -n 's/^edges_found *: *//p' "$stats" 2>/dev/null)
	[ "$status" = 0 ] || found=$B/$1.log
	[ -z "$(find "$dir" -path '*/crashes/id*' -o -path '*/hangs/id*')" ] || found=$dir
}

# User and system seconds of all that has been waited for; a shell below this one waited for nothing.
count_cpu() {
	times >"$B/times"
	cpu=$(tail -n 1 "$B/times" | tr 'ms' '  ' | awk '{ printf "%d", $1 * 60 + $2 + $3 * 60 + $4 }')
}

printf '%-16s %12s %9s %12s\n' target executions coverage 'CPU seconds'
for target; do
	count_cpu
	before=$cpu
	executions=0 coverage=0 found=
	mkdir -p "$B/corpus/$target"
	case $engine in
	afl) with_afl "$target" ;;
	*) with_libfuzzer "$target" ;;
	esac
	count_cpu
	printf '%-16s %12s %9s %12s\n' "$target" "${executions:-0}" "${coverage:-0}" $((cpu - before))
	[ -z "$found" ] || echo "FAILED: $target: see $found" >>"$list"
done
[ -s "$list" ] || exit 0
cat "$list"
exit 1
