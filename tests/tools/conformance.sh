#!/bin/sh
# conformance.sh <git-sluice> <checkout> - tests a foreign rule pack, and compares with tests/conformance.txt
#
# Semgrep's own rules bring annotated tests, so they say how much of its language
# is understood. The committed table holds figures only. A language got worse
# when fewer of its rules pass, or when more fail than are supported anew.
# UPDATE=1 writes the table.
set -eu
program=$1
checkout=$2
table=$(dirname "$0")/../conformance.txt
found=$(mktemp)
trap 'rm -f "$found"' EXIT

[ -d "$checkout" ] || {
	echo "make conformance RULES=<a checkout of semgrep-rules>" >&2
	exit 2
}
commit=$(git -C "$checkout" rev-parse HEAD 2>/dev/null || echo unknown)

# A pack of others always has rules that fail or lack an example: 1 is no error here.
status=0
"$program" rules test --summary "$checkout" >"$found" || status=$?
cat "$found"
[ "$status" -le 1 ] || exit "$status"

# The table alone: up to the blank line, without the last column.
figures() {
	sed '/^$/q' "$found" | awk 'NF { printf "%-12s %7s %7s %12s\n", $1, $2, $3, $4 }'
}

if [ "${UPDATE-}" = 1 ]; then
	{
		echo "# make conformance; semgrep-rules at $commit"
		figures
	} >"$table"
	exit 0
fi
grep -q "$commit" "$table" ||
	echo "conformance: the table is of another commit than $commit: its figures may differ for that" >&2
figures | awk '
	/^#/ || $1 == "language" { next }
	FNR == NR { passed[$1] = $2; rest[$1] = $3 + $4; next }
	{ seen[$1] = 1 }
	$1 in passed && ($2 < passed[$1] || $3 + $4 > rest[$1]) {
		printf "conformance: %s got worse: %d passed (were %d), %d failed or are unsupported (were %d)\n",
			$1, $2, passed[$1], $3 + $4, rest[$1]
		worse = 1
	}
	$2 > passed[$1] { printf "conformance: %s got better: %d passed (were %d)\n", $1, $2, passed[$1] }
	END {
		for (name in passed)
			if (!(name in seen)) {
				printf "conformance: no rule of %s\n", name
				worse = 1
			}
		exit worse
	}' "$table" - >&2
