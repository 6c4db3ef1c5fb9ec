#!/bin/sh
# run.sh <git-sluice> [<runs>] - one fault at a time, as TAP
#
# Of every command below each call of a kind is made to fail, one a run (at most
# <runs> of them, the first 300 one by one): drive.c judges what comes of it. No
# fault may lead to another verdict, to a part of a report, or to a crash.
set -u
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
runs=${2:-450}
tools=${FAULTS:-$(dirname "$program")/faults}
work=$(mktemp -d) || exit 1
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
: >"$work/results"
n=0
failed=0

export HOME="$work/home" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 TZ=UTC TERM=dumb
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=C GIT_COMMITTER_EMAIL=c@example.com
export GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z'
mkdir "$work/home"
git config --global init.defaultBranch main

# A repository with something for every part of the program: rules on text and
# on syntax, a removed guard, a moved line, a suppression, a baseline, a packed
# history, a configuration that makes warnings block.
make_repository() {
	git init -q "$work/repo"
	cd "$work/repo" || exit 1
	printf '%s\n' '@login_required' 'def a():' '    return eval(x)' 'def b():' '    os.system(cmd + y)' >a.py
	printf '%s\n' '[sluice "area.comments"]' '	action = warn' >.sluiceconfig
	git add -A
	git commit -q -m start
	git gc -q
	printf '%s\n' 'def a():' '    return eval(x)' 'def c():' \
		'    cursor.execute("select %s" % x)  # sluice: allow python-eval-dynamic -- none here' >a.py
	printf 'password = "%s%s"\n' 'hunter2-' 'Zx81QpLm94' >b.py
	git add -A
	git commit -q -m second
	printf '%s\n' 'def b():' '    os.system(cmd + y)' 'yaml.load(z)' >c.py
	printf 'caf\303\251 \377\n' >d.txt
	git add -A
	git config sluice.failOn warn
	git diff --cached >"$work/patch"
	printf '%s %s refs/heads/main\n' "$(git rev-parse HEAD~1)" "$(git rev-parse HEAD)" >"$work/push"
	cp "$here/../e2e/rules.yaml" "$work/rules.yaml"
	cp "$here/../e2e/rules.yaml" "$work/own.yaml"
}

# row <name> <kind> <command>... - one test
row() {
	name=$1 kind=$2
	shift 2
	n=$((n + 1))
	if "$tools/drive" "$tools/faults.so" "$kind" "$runs" "$@" >"$work/out" 2>&1; then
		echo "ok $n - $name: $kind"
	else
		failed=1
		echo "not ok $n - $name: $kind"
	fi
	sed 's/^\([^#]\)/# \1/' "$work/out"
}

# every <name> <command>... - all kinds of failing calls
every() {
	name=$1
	shift
	for kind in $kinds; do
		row "$name" "$kind" "$@"
	done
}

# is <name> <expected> <got> - one test
is() {
	n=$((n + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $n - $1"
	else
		failed=1
		printf 'not ok %s - %s\n# expected: %s\n# got: %s\n' "$n" "$1" "$2" "$3"
	fi
}

# The sandbox, from within: the library tries what it forbids, at the first object that is read.
bite() {
	if "$program" version --build-options | grep -q 'sandbox: Landlock [0-9]*, seccomp$'; then
		for arguments in '--staged' 'HEAD~1..HEAD' 'baseline write --baseline=report'; do
			# shellcheck disable=SC2086 # words
			got=$(LD_PRELOAD=$tools/faults.so FAULT_BITE=1 "$program" $arguments 2>&1 >/dev/null | grep '^bite' | tr '\n' ' ')
			is "the sandbox of $arguments" \
				'bite: read: DONE bite: write: refused bite: program: refused bite: socket: refused ' "$got"
		done
	else
		echo '# SKIP: this kernel has no sandbox'
	fi
	rm -f report
}

# A kernel without Landlock: as before, unless somebody asks for more.
hidden() {
	"$tools/hide" "$program" "$@" >/dev/null 2>"$work/err"
	echo "$? $(cat "$work/err")"
}

make_repository
is 'without Landlock' '1 ' "$(hidden --staged -q)"
is 'without Landlock, told about it' '1 note: sandbox: no Landlock, seccomp: the file system is not protected' \
	"$(hidden --staged --verbose)"
missing='128 fatal: a sandbox is required and this system has none: no Landlock, seccomp: the file system is not protected'
is '--require-sandbox' "$missing" "$(hidden --staged --require-sandbox)"
git config sluice.requireSandbox true
is 'sluice.requireSandbox' "$missing" "$(hidden --staged)"
is 'sluice.requireSandbox, a push' "$missing" "$(hidden receive <"$work/push")"
git config --unset sluice.requireSandbox
report=$work/repo/report
if [ -n "${NO_PRELOAD:-}" ]; then
	echo "# SKIP: a program with sanitizers does not bear a library that is loaded before them"
else
	bite
	kinds='alloc read:5 open:5 open:24 mmap:12 stat:5 write:28 list:5 short'
	every 'staged' "$program" --staged -q
	every 'one commit, from a pack' "$program" HEAD~1 -q
	kinds='alloc read:5 open:5 stat:5'
	every 'a range' "$program" HEAD~1..HEAD
	INPUT=$work/push every 'a push' "$program" receive
	kinds='alloc read:5 open:5'
	INPUT=$work/patch every 'a patch' "$program" --patch - -q
	kinds='alloc read:5 open:5 open:24 stat:5'
	SLUICE_BACKEND=git every 'staged, read by git' "$program" --staged -q
	INPUT=$work/push SLUICE_BACKEND=git every 'a push, read by git' "$program" receive
	kinds='alloc'
	every 'rules of others' "$program" --staged -q --only-rules="$work/rules.yaml"
	every 'rules test' "$program" rules test "$work/own.yaml"
	every 'rules list' "$program" rules list
	kinds='alloc write:28 write:4 rename:5 open:13 short'
	REPORT=$report every 'JSON' "$program" --staged --format=json --output=report
	REPORT=$report every 'SARIF' "$program" --staged --format=sarif --output=report
	REPORT=$report every 'baseline' "$program" baseline write --baseline=report
fi

LIMITS='3 4 5 6 7 8 9 10 12 14 16 20 30'
export LIMITS
row 'few descriptors' nofile "$program" --staged -q
INPUT=$work/push row 'few descriptors, a push' nofile "$program" receive
LIMITS='1 100 1000 4095'
REPORT=$report row 'a file size limit' fsize "$program" --staged --format=json --output=report
LIMITS='262144'
row 'a stack of 256 KB' stack "$program" --staged -q
INPUT=$work/push row 'a stack of 256 KB, a push' stack "$program" receive
if [ -z "${NO_PRELOAD:-}" ]; then
	# What the program holds from the start, tables for the most part, is of no use to it.
	own=$(size "$program" | awk 'NR == 2 { print $2 + $3 }')
	LIMITS=
	for more in 200000 400000 800000 1600000 4000000 12000000 28000000 63000000; do
		LIMITS="$LIMITS $((own + more))"
	done
	row 'little memory' data "$program" --staged -q
	INPUT=$work/push row 'little memory, a push' data "$program" receive
fi
echo "1..$n"
exit "$failed"
