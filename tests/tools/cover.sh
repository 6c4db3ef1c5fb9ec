#!/bin/sh
# cover.sh - line coverage of src/ after the unit tests, by gcov
set -eu
cd "$(dirname "$0")/../.."
B=${B:-build/cover}
find "$B" -name '*.gcda' -delete
for test in "$B"/unit/test_*; do
	case $test in *.d) continue ;; esac
	"$test" >/dev/null 2>&1 || echo "cover: $test failed" >&2
done
find "$B/src" -name '*.gcda' -exec gcov -n {} + 2>/dev/null | awk '
/^File/ { file = $2; gsub(/\x27/, "", file) }
/^Lines executed/ && file ~ /^src\// {
	split($2, part, /[:%]/)
	printf "%6.1f %% of %4d  %s\n", part[2], $4, file
	covered += part[2] * $4 / 100
	total += $4
	file = ""
}
END { if (total) printf "%6.1f %% of %4d  total\n", 100 * covered / total, total }' | sort -k5
