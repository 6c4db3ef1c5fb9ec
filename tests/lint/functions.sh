#!/bin/sh
# functions.sh - long functions and files may only become fewer
#
# The named exceptions are listed with their length; a new one, or one that
# grew, fails. Definitions start in column 1 with the name, and end with a
# brace in column 1 (the house style), so awk can count them.
set -u
cd "$(dirname "$0")/../.." || exit 1
list=tests/lint/functions.txt

awk '
FNR == 1 { name = "" }
/^[a-z_][A-Za-z0-9_]*\(/ { name = $0; sub(/\(.*/, "", name); start = FNR }
/^}/ && name != "" {
	if (FNR - start > 60)
		print FILENAME, name, FNR - start
	name = ""
}' src/*.c src/*/*.c | sort >"${TMPDIR:-/tmp}/functions.$$"
wc -l src/*.c src/*/*.[ch] | awk '$2 != "total" && $1 > 600 { print $2, "(file)", $1 }' |
	sort >>"${TMPDIR:-/tmp}/functions.$$"

awk '
NR == FNR { if ($0 !~ /^#/) allowed[$1 " " $2] = $3; next }
!(($1 " " $2) in allowed) { print "too long: " $0; bad = 1; next }
$3 > allowed[$1 " " $2] { print "grew: " $0 " (was " allowed[$1 " " $2] ")"; bad = 1 }
END { exit bad }' "$list" "${TMPDIR:-/tmp}/functions.$$"
status=$?
rm -f "${TMPDIR:-/tmp}/functions.$$"
exit "$status"
