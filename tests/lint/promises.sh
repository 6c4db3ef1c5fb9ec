#!/bin/sh
# promises.sh - each test that the table of tests/README.md names is there, and is one that runs
#
# In the last column: `e2e/<case>`, `unit/<binary>` or `unit/<binary>:<function>`, `fuzz/<target>`,
# `hostile/<row>`, `faults/<text of run.sh>`, `lint/<script>`, `rules` (the rules' own
# examples), `make <goal>`; a case and a row may end in `*`.
set -u
cd "$(dirname "$0")/../.." || exit 1

table=$(sed -n '/^## What is promised/,$p' tests/README.md | grep '^|' | tail -n +3)
names=$(printf '%s\n' "$table" | sed 's/.*|\([^|]*\)|$/\1/' | grep -o '`[^`]*`' | tr -d '`' | sort -u)

is_there() { # <name>
	case $1 in
	e2e/*) ls -d tests/"$1"/case.sh >/dev/null 2>&1 || ls tests/$1/case.sh >/dev/null 2>&1 ;;
	unit/*:*)
		file=tests/${1%%:*}.c
		grep -q "cmocka_unit_test\(_setup_teardown\)\{0,1\}(${1#*:}" "$file" || grep -q "\"${1#*:}\"" "$file"
		;;
	unit/*) [ -f "tests/$1.c" ] ;;
	fuzz/*) [ -f "tests/$1.c" ] && [ -n "$(ls tests/fuzz/corpus/"${1#fuzz/}")" ] ;;
	hostile/*\*) grep -q "${1#hostile/}" tests/hostile/run.sh ;;
	hostile/*) grep -q "\(begin\|beside\|late\) ${1#hostile/}\b\|^patch ${1#hostile/patch-}\b\|^bait ${1#hostile/bait-}\b" tests/hostile/run.sh ;;
	faults/*) grep -qF -e "${1#faults/}" tests/faults/run.sh ;;
	lint/*) [ -f "tests/$1" ] && grep -q "$1\|${1#lint/}" tests/lint/lint.sh ;;
	'make '*) grep -q "^${1#make }[a-z -]*:" Makefile ;;
	rules) true ;;
	*) false ;;
	esac
}

failed=0
IFS='
'
for name in $names; do
	is_there "$name" || {
		echo "promises: '$name' is no test" >&2
		failed=1
	}
done
# A promise without a test would be a row that ends in nothing.
empty=$(printf '%s\n' "$table" | grep -v '^| \*\*.*\*\* | |$' | grep -v '`[^`|]*`[^|]*|$' || :)
[ -z "$empty" ] || {
	printf 'promises: no test is named:\n%s\n' "$empty" >&2
	failed=1
}
[ "$(printf '%s\n' "$names" | wc -l)" -ge 100 ] || {
	echo 'promises: the table was not understood' >&2
	failed=1
}
exit "$failed"
