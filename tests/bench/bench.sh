#!/bin/sh
# bench.sh <git-sluice> - ratios against git on the same change, at the same time
#
# Machines are noisy, so runs alternate and the median of each counts.
set -eu
program=$1
runs=${RUNS:-41}
top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
trap 'exit 130' INT TERM

export GIT_CONFIG_NOSYSTEM=1 HOME="$top"
export GIT_AUTHOR_NAME=Bench GIT_AUTHOR_EMAIL=bench@example.com
export GIT_COMMITTER_NAME=Bench GIT_COMMITTER_EMAIL=bench@example.com

# make_file <lines> <seed> - text that looks like a program
make_file() {
	awk -v n="$1" -v seed="$2" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "    value_%d = compute_%d(argument, %d)  # step %d\n", i, i % 17, i * seed, i
	}'
}

now() {
	date +%s%N
}

median() {
	sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# compare <what> <bar> - times git diff --cached and git-sluice alternately
compare() {
	: >"$top/git.ns"
	: >"$top/sluice.ns"
	i=0
	while [ "$i" -lt "$runs" ]; do
		i=$((i + 1))
		a=$(now)
		git diff --cached >/dev/null
		b=$(now)
		"$program" review -q >/dev/null || :
		c=$(now)
		echo $((b - a)) >>"$top/git.ns"
		echo $((c - b)) >>"$top/sluice.ns"
	done
	awk -v what="$1" -v bar="$2" -v g="$(median <"$top/git.ns")" -v s="$(median <"$top/sluice.ns")" 'BEGIN {
		printf "%-34s git diff --cached %7.2f ms   git sluice %7.2f ms   ratio %5.2f (bar %s)\n",
			what, g / 1e6, s / 1e6, s / g, bar
	}'
}

git init -q "$top/small"
cd "$top/small"
mkdir src
for n in 1 2 3 4 5 6 7 8 9 10; do
	make_file 300 "$n" >"src/module$n.py"
done
git add .
git commit -q -m start
{ make_file 300 1 && make_file 60 11; } >src/module1.py
git add .
compare 'one file, 60 lines' 3

# The same with words that rules on syntax ask for: the file is parsed.
{ make_file 300 1 && make_file 60 11 | sed 's/compute_[0-9]*/cursor.execute/'; } >src/module1.py
git add .
compare 'one file, 60 lines, parsed' 3

git init -q "$top/large"
cd "$top/large"
n=0
while [ "$n" -lt 2000 ]; do
	n=$((n + 1))
	mkdir -p "d$((n % 50))"
	make_file 100 "$n" >"d$((n % 50))/m$n.py"
done
git add .
git commit -q -m start
for f in d*/*.py; do
	echo "added = compute($n)" >>"$f"
done
git add .
runs=5
compare '2,000 files, a line each' 2
