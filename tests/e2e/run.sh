#!/bin/sh
# run.sh <git-sluice> [<case>...] - end-to-end tests over real git, as TAP
#
# A case is a directory with case.sh and what it must print: expect.out,
# expect.err (absent: nothing) and expect.exit (absent: 0). case.sh is run by
# "sh -eu" in an empty directory of its own with lib.sh read in, and in an
# environment without any of the caller's git settings. The path of that
# directory is printed as @TOP@. UPDATE=1 writes the expectations instead.
# SLUICE_BACKEND=git lets git read the repositories instead of libgit2: the
# outputs are the same, but for a few where expect.err.git has git's words.
set -u
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

if [ $# = 0 ]; then
	cd "$here" && set -- */case.sh && cd "$OLDPWD" || exit 1
fi
for name; do
	printf '%s\n' "${name%/case.sh}"
done >"$work/names"

# Cases do not touch each other: one a core.
xargs -P "$(nproc)" -I '{}' sh "$here/one.sh" "$here" "$program" "$work" '{}' <"$work/names"

n=0
failed=0
while read -r name; do
	n=$((n + 1))
	if [ -e "$work/$name/failure" ]; then
		failed=1
		echo "not ok $n - $name"
		sed 's/^/# /' "$work/$name/failure"
	elif [ -e "$work/$name/skipped" ]; then
		echo "ok $n - $name # SKIP $(cat "$work/$name/skipped")"
	else
		echo "ok $n - $name"
	fi
done <"$work/names"
echo "1..$n"
exit "$failed"
