#!/bin/sh
# run.sh <git-sluice> - secrets in every way that a change can hold them, as TAP
#
# generate.awk makes the files of a history from samples.txt. The shipped rules review it as it is staged, as a range
# and as a push, and each finding must lie at its exact line and column, or be none. One test is one sample in one
# cell of one review: "staged: utf-16le: private-key".
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
LC_ALL=C HOME=$work GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
GIT_AUTHOR_NAME=Author GIT_AUTHOR_EMAIL=author@example.com GIT_COMMITTER_NAME=Committer GIT_COMMITTER_EMAIL=committer@example.com
GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z'
export LC_ALL HOME GIT_CONFIG_NOSYSTEM GIT_CONFIG_GLOBAL GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME
export GIT_COMMITTER_EMAIL GIT_AUTHOR_DATE GIT_COMMITTER_DATE

# each <directory> <command>... - a filter over every file in it
each() {
	directory=$1
	shift
	for file in "$directory"/* "$directory"/.[!.]*; do
		"$@" <"$file" >"$work/filtered"
		cp "$work/filtered" "$file"
	done
}

wide() { # <byte order> <its mark>
	printf '%b' "$2"
	iconv -f UTF-8 -t "UTF-16$1"
}

# stage <when>... - the files of these states over those that are there
stage() {
	for when; do
		cp -R "$work/$when/." .
	done
	git add -A -f .
}

# review <name> <arguments>... - leaves the findings in $work/<name>.json
review() {
	name=$1
	shift
	status=0
	"$program" review --area=secrets --format=json --time-limit=100 "$@" >"$work/$name.json" || status=$?
	[ "$status" -le 1 ] || echo "$name: exit $status" >&2
}

awk -v top="$work" -f "$here/generate.awk" "$here/samples.txt"
for when in before after; do
	each "$work/$when/utf-16le" wide LE '\377\376'
	each "$work/$when/utf-16be" wide BE '\376\377'
done
each "$work/after/base64" base64 -w 76

git init -q --bare -b main "$work/server.git"
git init -q -b main "$work/repository"
cd "$work/repository"
git remote add origin "$work/server.git"
printf 'nodiff/* -diff\nbinary/* binary\n' >.gitattributes
stage before
git commit -q -m before
git push -q origin main
git rm -q -r .
git checkout -q HEAD .gitattributes
stage after
review staged --staged
SLUICE_BACKEND=git review staged-git --staged
git commit -q -m after
git tag after

git checkout -q -b side
git commit -q --allow-empty -m side
git checkout -q main
git commit -q --allow-empty -m main
git merge -q --no-ff --no-commit side >/dev/null 2>&1
stage merge
review staged-merge --staged
git commit -q -m merge
stage passing
git commit -q -m passing
cp -R "$work/after/passing" .
git commit -q -a -m repaired
review range HEAD~4^..HEAD

# The server's hook writes its report to a file, as what it says to a pusher is short.
printf '#!/bin/sh\nexec "%s" receive --area=secrets --time-limit=100 --report=json:"%s"\n' "$program" "$work/push.json" \
	>"$work/server.git/hooks/pre-receive"
chmod +x "$work/server.git/hooks/pre-receive"
git push -q origin main 2>"$work/push.err" || :

awk -v work="$work" -f "$here/judge.awk" "$work/expected"
