#!/bin/sh
# one.sh <e2e directory> <git-sluice> <work directory> <case> - runs one case
#
# Leaves <work>/<case>/failure, with the differences, if it fails, and skipped, with
# the reason, if it exits 77.
set -u
here=$1
program=$2
work=$3/$4
name=$4
mkdir -p "$work/top" "$work/home" "$work/bin" "$work/tmp" || exit 1
ln -s "$program" "$work/bin/git-sluice"
# The same without grammars, where the Makefile made it.
[ ! -e "$program-text" ] || ln -s "$program-text" "$work/bin/git-sluice-text"

status=0
(
	cd "$work/top" || exit 1
	env -i PATH="$work/bin:$PATH" HOME="$work/home" TOP="$work/top" TMP="$work/tmp" RULES="$here/rules.yaml" CASE="$here/$name" LC_ALL=C.UTF-8 TZ=UTC \
		TERM=dumb GIT_CONFIG_NOSYSTEM=1 \
		GIT_AUTHOR_NAME=Author GIT_AUTHOR_EMAIL=author@example.com \
		GIT_COMMITTER_NAME=Committer GIT_COMMITTER_EMAIL=committer@example.com \
		GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z' \
		ASAN_OPTIONS="${ASAN_OPTIONS:-}:fast_unwind_on_malloc=0" LSAN_OPTIONS="suppressions=$here/lsan.txt:print_suppressions=0" \
		${SLUICE_BACKEND:+SLUICE_BACKEND="$SLUICE_BACKEND"} \
		sh -eu -c '. "$0"; . "$1"' "$here/lib.sh" "$here/$name/case.sh"
) >"$work/out" 2>"$work/err" </dev/null || status=$?
printf '%s\n' "$status" >"$work/exit"
if [ "$status" = 77 ]; then
	cp "$work/out" "$work/skipped"
	rm -rf "${work:?}/top" "${work:?}/home" "${work:?}/tmp"
	exit 0
fi

# What differs from run to run: the directory, the milliseconds, the version.
for stream in out err; do
	sed -e "s|$work/top|@TOP@|g" -e "s|$work/tmp|@TMP@|g" -e "s|$here|@E2E@|g" -e "s|$program|@PROGRAM@|g" \
		-e 's/"total": [0-9.]*/"total": @MS@/' "$work/$stream" >"$work/$stream.norm"
done
cp "$work/exit" "$work/exit.norm"

for stream in out err exit; do
	expected=$here/$name/expect.$stream
	# Where git says in other words than libgit2 what is wrong with a repository.
	[ -z "${SLUICE_BACKEND:-}" ] || [ ! -e "$expected.$SLUICE_BACKEND" ] || expected=$expected.$SLUICE_BACKEND
	if [ "${UPDATE:-}" = 1 ]; then
		cp "$work/$stream.norm" "$expected"
		[ "$stream" = exit ] && [ "$status" = 0 ] && rm -f "$expected"
		[ "$stream" = exit ] || [ -s "$expected" ] || rm -f "$expected"
		continue
	fi
	if [ ! -e "$expected" ]; then
		expected=$work/default
		if [ "$stream" = exit ]; then echo 0 >"$expected"; else : >"$expected"; fi
	fi
	diff -u --label "expect.$stream" --label "$stream" "$expected" "$work/$stream.norm" >>"$work/diff"
done
[ ! -s "$work/diff" ] || mv "$work/diff" "$work/failure"
chmod -R u+rwX "$work/top" "$work/tmp" 2>/dev/null
rm -rf "${work:?}/top" "${work:?}/home" "${work:?}/tmp"
exit 0
