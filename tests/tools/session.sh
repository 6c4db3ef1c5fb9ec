#!/bin/sh
# session.sh <README.md> - in an empty directory: replays the README's session
#
# Takes the two python blocks of the README as the file before and after,
# and prints what the first block without a language shows. git-sluice is the
# one on PATH.
set -eu
readme=$1

# block <fence> <n> - the text of the n-th block that opens with this fence
block() {
	awk -v fence="$1" -v n="$2" '
		inside && $0 == "```" { exit }
		inside { print }
		!inside && $0 == fence && ++seen == n { inside = 1 }' "$readme"
}

git init -q .
block '```python' 1 >ports.py
git add .
git commit -q -m start
block '```python' 2 >ports.py
git add .
# shellcheck disable=SC2016 # the prompt is meant literally
{
	echo '$ git diff --cached --stat'
	git diff --cached --stat
	echo '$ git sluice'
	status=0
	git sluice || status=$?
	echo '$ echo $?'
	echo "$status"
} >"${TMPDIR:-/tmp}/session.$$"
cat "${TMPDIR:-/tmp}/session.$$"
rm -f "${TMPDIR:-/tmp}/session.$$"
