#!/bin/sh
# reports.sh <git-sluice> - the program's own SARIF, judged by validate.sh. TAP.
set -u
program=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
rules=$here/../e2e/rules.yaml
tmp=$(mktemp -d "${TMPDIR:-/tmp}/sarif.XXXXXX") || exit 1
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.com
export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.com
n=0
failures=0

# check <what> <review arguments>... - the report of a review in the current directory
check() {
	n=$((n + 1))
	what=$1
	shift
	"$program" review --only-rules="$rules" --format=sarif --output="$tmp/report.sarif" "$@" 2>"$tmp/log"
	if [ -s "$tmp/report.sarif" ] && "$here/validate.sh" "$tmp/report.sarif" >>"$tmp/log" 2>&1; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"
		sed 's/^/# /' "$tmp/log"
		failures=1
	fi
	rm -f "$tmp/report.sarif"
}

echo 1..5
git init -q "$tmp/repo"
cd "$tmp/repo" || exit 1
git commit -q --allow-empty -m start
printf 'x = "\303\274"; dangerous(1)\nrisky(2)\nsafe(3)\n' >a.py
printf 'key = AK%s%s\n' IA 2Q7XK4MBNR5TWVZD >b.ini
printf 'dangerous(4)  # sluice: allow test-bad -- a constant\n' >"$(printf 'odd\n\033"name\351.py')"
printf '@login_required\ndef f():\n    pass\n' >guard.py
git add -A
check 'findings, odd names, a suppression'
check 'nothing found' --area=auth
git commit -q -m "one AK""IA2Q7XK4MBNR5TWVZD"
printf 'def f():\n    pass\n' >guard.py
git rm -q b.ini
git commit -q -a -m two
check 'a range with a removed guard, a message, a secret in history' HEAD~2..HEAD
git diff HEAD~1 HEAD >"$tmp/patch"
check 'a patch' --patch "$tmp/patch"
blob=$(git rev-parse HEAD:guard.py)
rm -f ".git/objects/$(echo "$blob" | cut -c1-2)/$(echo "$blob" | cut -c3-)"
check 'an incomplete review' HEAD~2..HEAD
exit "$failures"
