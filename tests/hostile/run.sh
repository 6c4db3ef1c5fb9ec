#!/bin/sh
# run.sh <git-sluice> [<row>...] - inputs made to be hard, as TAP
#
# Each row is a repository or file that is generated here, what git-sluice must
# say about it, and what it may take: milliseconds and megabytes. They are two
# to four times what was measured on two cores at 2.5 GHz, SLOW times that with sanitizers; what it
# waits for the processor because others have it does not count (measure.c). Each is then run
# with a time limit of 0.3 seconds, by both readers of a repository: it may
# be late by 100 milliseconds. No output may hold a byte that a
# terminal takes for a command.
set -u
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
only=" $* "
measure=${HOSTILE:-$(dirname "$program")/hostile}/measure
slow=${SLOW:-1}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
n=0
failed=0

export HOME="$work/home" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C TZ=UTC TERM=dumb
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=C GIT_COMMITTER_EMAIL=c@example.com
mkdir "$work/home"
git config --global init.defaultBranch main

# repeat <n> <text> - the text, n times, without a line end
repeat() {
	awk -v n="$1" -v t="$2" 'BEGIN {
		for (s = t; length(s) < 4096 && length(s) < n * length(t); ) s = s s
		k = int(length(s) / length(t))
		for (; n >= k; n -= k) printf "%s", s
		for (; n > 0; n--) printf "%s", t
	}'
}

# begin <row> - a new repository for the row; false: it was not asked for
begin() {
	row=$1
	case $only in
	"  " | *" $row "*) ;;
	*) return 1 ;;
	esac
	cd "$work" && rm -rf repo && git init -q repo && cd repo || exit 1
	git commit -q --allow-empty -m start
}

verdict() { # <ok?> <what is wrong>
	n=$((n + 1))
	if "$1"; then
		echo "ok $n - $row ($took ms of $bound, $((kb / 1024)) MB, $line ms in line)"
	else
		failed=1
		echo "not ok $n - $row: $2"
		head -c 2000 "$work/out" | head -n 20 | sed 's/^/# /'
	fi
}

# check <status>[,<status>] <ms> <MB> <text of the output> <argument>... - runs and judges
check() {
	status=$1 bound=$2 most=$3 text=$4
	shift 4
	"$measure" "$program" "$@" >"$work/out" 2>&1 3>"$work/took" </dev/null
	read -r got took kb line <"$work/took"
	took=$((took - line)) bound=$((bound * slow))
	wrong=
	case ,$status, in
	*",$got,"*) ;;
	*) wrong="exit $got, not $status" ;;
	esac
	[ "$took" -le "$bound" ] || wrong="$wrong; $took ms, more than $bound"
	[ "$kb" -le $((most * 1024 * slow)) ] || wrong="$wrong; $((kb / 1024)) MB, more than $most"
	grep -qF -e "$text" "$work/out" || wrong="$wrong; no '$text'"
	! grep -q "$terminal" "$work/out" || wrong="$wrong; a byte for the terminal"
	if [ -z "$wrong" ]; then verdict true; else verdict false "$wrong"; fi
	[ "$1" = rules ] || limited "$@"
}

# limited <argument>... - in 0.3 seconds a verdict, or a refusal that names the limit
limited() {
	for reader in libgit2 git; do
		SLUICE_BACKEND=$reader "$measure" "$program" "$@" --time-limit=0.3 \
			>"$work/out" 2>&1 3>"$work/took" </dev/null
		read -r got took kb line <"$work/took"
		took=$((took - line)) bound=$((300 + 100 * slow))
		wrong=
		case $got in
		0 | 1) ;;
		128) grep -q 'time limit\|fatal:\|Incomplete' "$work/out" || wrong='no reason' ;;
		*) wrong="exit $got" ;;
		esac
		[ "$took" -le "$bound" ] || wrong="$wrong; $took ms, more than $bound"
		row="$row, limited, $reader"
		if [ -z "$wrong" ]; then verdict true; else verdict false "$wrong"; fi
		row=${row%%,*}
	done
}

# late <arguments>... - the limit is met
late() {
	check 128 1100 400 'time limit' --time-limit=1 -q "$@"
}

# C0 but for the line end, DEL, and the bidi controls U+202A to U+202E and U+2066 to U+2069.
terminal=$(printf '[\001-\011\013-\037\177]\\|\342\200[\252-\256]\\|\342\201[\246-\251]')

# ---- nesting

# A rule on syntax, so that the texts are parsed.
cat >"$work/rules.yaml" <<'R'
rules:
  - id: hostile-call
    languages: [python, javascript, java, c, go, ruby, php, csharp]
    pattern: eval($X)
    message: called
    severity: WARNING
    metadata: {area: input-validation, cwe: [CWE-95]}
R

# shellcheck disable=SC2016 # a dollar sign is meant
for pair in 'py (' 'js [' 'java {' 'c (' 'go {' 'rb (' 'php (' 'tf {' 'json [' 'yaml [' 'sh $(' 'cs ('; do
	ext=${pair% *} open=${pair#* }
	begin "nesting-$ext" || continue
	{
		[ "$ext" != php ] || echo '<?php'
		echo 'password = x'
		echo 'eval(x); system(x); query("a" + x); exec(x)'
		repeat 1000000 "$open"
	} >"a.$ext"
	git add -A
	check 0,128 4000 600 '' --staged -q --rules="$work/rules.yaml"
done

# ---- lines

begin line-50-mb && {
	{ printf 'eval(x) '; repeat 50000000 'x'; } >a.py
	git add -A
	check 0 4000 300 'too large to be parsed' --staged -q
}
# Each of its bytes ends a word that some rule asks for.
begin line-of-words && {
	repeat 50000000 'a' >a.txt
	git add -A
	check 128 6000 300 'more words that rules ask for' --staged -q
}
begin lines-million && {
	awk 'BEGIN { for (i = 0; i < 1000000; i++) print "x" i " = y" }' >a.txt
	git add -A
	check 0 1500 300 'No security defects' --staged -q
}
begin lines-million-shuffled && {
	awk 'BEGIN { for (i = 0; i < 1000000; i++) print "x" i " = " i }' >a.py
	git add -A
	git commit -q -m lines
	awk 'BEGIN { for (i = 0; i < 1000000; i++) print "x" (i * 7919) % 1000000 " = " (i * 7919) % 1000000 }' >a.py
	git add -A
	check 0 4000 500 '' --staged -q
}
begin matches && {
	awk 'BEGIN { for (i = 0; i < 400000; i++) print "cursor.execute(\"select %s\" % x); os.system(a + b); eval(q)" }' >a.py
	git add -A
	check 0 4000 400 'too large to be parsed' --staged -q
}
begin findings && {
	awk 'BEGIN { for (i = 0; i < 8000; i++) print "cursor.execute(\"select %s\" % x); os.system(a + b); eval(q)" }' >a.py
	git add -A
	check 128 4000 400 'more than 1000 matches of one rule' --staged -q
}
begin suppressions && {
	awk 'BEGIN { for (i = 0; i < 400000; i++) print "x = " i " # sluice: allow some-rule -- because " i }' >a.py
	git add -A
	late --staged
	check 128 8000 300 'more than 10000 suppression comments' --staged -q
}
begin suppressions-in-one-line && {
	{ printf '# '; repeat 400000 'sluice: allow a -- b '; } >a.py
	git add -A
	check 0 1500 300 '' --staged -q
}

# ---- bait for regular expressions

bait() { # <row> <awk expression of one line> <lines>
	begin "bait-$1" || return 0
	awk -v n="$3" "BEGIN { for (j = 0; j < 4000; j++) s = s $2; for (i = 0; i < n; i++) print \"password = \\\"\" s; }" >a.py
	git add -A
	check "$4" "$5" 400 "$6" --staged -q
}
bait letters '"a"' 5000 0 9000 'too large to be parsed'
bait blanks '" "' 5000 0 4000 'too large to be parsed'
bait quotes '"\""' 5000 0 6000 'too large to be parsed'
bait equals '"="' 5000 0 4000 'too large to be parsed'
bait mixed '"aA1="' 1200 0 6000 'too large to be parsed'
bait calls '"eval("' 800 0 6000 ''

# ---- files and names

begin files-hundred-thousand && {
	id=$(echo 'x = 1' | git hash-object -w --stdin)
	awk -v id="$id" 'BEGIN { for (i = 0; i < 100000; i++) printf "100644 %s\td%d/f%d.py\n", id, i % 100, i }' |
		git update-index --index-info
	check 0 12000 400 '100000 files' --staged -q
	late --staged
}
begin path-5000 && {
	id=$(echo 'eval(x)' | git hash-object -w --stdin)
	path=$(repeat 1240 'abc/')end.py
	printf '100644 %s\t%s\n' "$id" "$path" | git update-index --index-info
	check 0 1000 100 "$path" --staged -q
}
begin names && {
	id=$(printf 'eval(x)\n' | git hash-object -w --stdin)
	for name in 'a\033]0;b\007.py' 'a\nb.py' 'a\342\200\256b.py' 'a\r.py' '\233\061m.py' 'a\177.py'; do
		# shellcheck disable=SC2059 # the name is a format
		printf "100644 $id\t$name\0" | git update-index -z --index-info
	done
	check 0 1000 100 '6 warnings' --staged -q
}

# ---- encodings

begin encodings && {
	printf '\377\376\000\330\000' >half.py
	printf '\377\376e\000v\000a\000l\000(\000x\000)\000\n\000\000\334' >surrogate.py
	printf 'eval(x) # \300\200 \355\240\200 \364\220\200\200 \377\n' >invalid.py
	printf '\357\273\277\357\273\277eval(x)\n' >marks.py
	git add -A
	check 0 1000 100 'warning' --staged -q
}
# Letters of base64 that are none, with a mark in every second place.
begin marks-in-base64 && {
	repeat 2000000 a/ >marks.txt
	git add -A
	check 0 2000 200 'No security defects' --staged -q
}

# ---- what grows when it is unpacked

begin bomb-gzip && {
	repeat 300000000 'a' | gzip -9 >a.gz
	git add -A
	check 128 6000 250 'more than may be' --staged -q
}
begin bomb-in-base64 && {
	{ printf 'x = "'; repeat 300000000 'a' | gzip -9 | base64 | tr -d '\n'; echo '"'; } >a.py
	git add -A
	check 128 4000 250 'compressed text was looked at up to 8 MiB' --staged -q
}
begin bomb-in-bomb && {
	repeat 300000000 'a' | gzip -9 | gzip -9 >a.gz
	git add -A
	check 0 1000 100 'of its 1 files, 0 new texts' --staged -q
}

# ---- history

# commits <n> <files of each> - a branch of so many commits
commits() {
	awk -v n="$1" -v files="$2" 'BEGIN {
		for (i = 1; i <= n; i++) {
			print "commit refs/heads/main\ncommitter A <a@example.com> " 1700000000 + i " +0000\ndata 2\nm"
			for (k = 0; k < files; k++) {
				line = "eval(x" i ")\n"
				printf "M 100644 inline d%d/f%d.py\ndata %d\n%s", (i + k) % 100, i % 1000, length(line), line
			}
		}
	}' | git fast-import --quiet --force
	git symbolic-ref HEAD refs/heads/main
}
begin history-twenty-thousand && {
	commits 20000 1
	late HEAD~19999..HEAD
}
begin history-many-files && {
	commits 300 100
	late HEAD~299..HEAD
}
begin renames-many && {
	for i in $(seq 1500); do
		awk -v i="$i" 'BEGIN { for (k = 0; k < 40; k++) print "x" i k " = " i * k }' >"a$i.py"
	done
	git add -A && git commit -q -m files
	for i in $(seq 1500); do
		sed "s/^x\(.*\)7 =/y\17 =/" "a$i.py" >"b$i.py" && rm "a$i.py"
	done
	git add -A
	check 0 30000 400 '' --staged -q
}
begin taint-long && {
	awk 'BEGIN {
		print "from flask import request\nimport os\ndef f():\n    a0 = request.args.get(\"a\")"
		for (i = 1; i < 12000; i++) printf "    if a%d:\n        a%d = a%d + a%d\n", i - 1, i, i - 1, int(i / 2)
		print "    os.system(a11999)"
	}' >a.py
	git add -A
	check 0,1,128 30000 500 '' --staged -q
}
begin calls-many && {
	awk 'BEGIN { for (i = 0; i < 30000; i++) printf "def f%d(a): return f%d(a + eval(a))\n", i, (i * 7) % 30000 }' >a.py
	git add -A
	check 0,1,128 30000 500 '' --staged -q
}
begin generic-braces && {
	awk 'BEGIN { for (i = 0; i < 60000; i++) printf "location /%d { proxy_pass http://$host$%d; add_header a \"b\"; \n", i, i }' >nginx.conf
	cp nginx.conf Dockerfile
	git add -A
	check 0,1,128 30000 500 '' --staged -q
}

# ---- patches

patch() { # <row> <status> <text> <ms>, the patch is in $work/input
	begin "patch-$1" || return 0
	check "$2" "$4" 300 "$3" --patch "$work/input" -q
}
cat >"$work/input" <<'P'
--- a/a.py
+++ b/a.py
@@ -1,1 +1,1000000000 @@
+eval(x)
P
patch length 128 'fatal:' 1000
cat >"$work/input" <<'P'
--- a/a.py
+++ b/a.py
@@ -99999999999999999999,1 +18446744073709551617,1 @@
-x
+eval(x)
P
patch overflow 128 'fatal:' 1000
cat >"$work/input" <<'P'
--- a/a.py
+++ b/a.py
@@ --1,1 +-1,1 @@
-x
+eval(x)
P
patch negative 128 'fatal:' 1000
cat >"$work/input" <<'P'
--- a/a.py
+++ b/a.py
@@ -100,1 +100,1 @@
-x
+y
@@ -1,1 +1,1 @@
-x
+eval(x)
P
patch backwards 128 'fatal:' 1000
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "--- a/f%d.py\n+++ b/f%d.py\n@@ -0,0 +1 @@\n+x = 1\n", i, i }' \
	>"$work/input"
patch many 0 '100000 files' 8000
awk 'BEGIN { print "--- a/a.py\n+++ b/a.py"; for (i = 1; i <= 300000; i++) printf "@@ -%d,0 +%d @@\n+x = 1\n", i * 2, i * 3 }' \
	>"$work/input"
patch hunks 0 '' 1500

# ---- what is read beside the change: rules, configuration, baseline

beside() { # <row> <argument>..., the file is $work/input
	begin "$1" || return 0
	shift
	echo 'x = 1' >a.py
	git add -A
	check 128 1500 300 'fatal:' "$@"
}
awk 'BEGIN { print "a0: &a0 [x, x]"; for (i = 1; i < 60; i++) printf "a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1; print "rules: *a59" }' \
	>"$work/input"
beside yaml-aliases rules check "$work/input"
repeat 1000000 '[' >"$work/input"
beside yaml-nesting rules check "$work/input"
repeat 500000 '- ' >"$work/input"
beside yaml-nesting-block rules check "$work/input"
awk 'BEGIN { print "rules:"; for (i = 0; i < 100000; i++) print "  - {}" }' \
	>"$work/input"
beside yaml-rules rules check "$work/input"
repeat 1000000 '[' >"$work/input"
beside json-nesting --staged -q --baseline="$work/input"
repeat 1000000 '{"a":' >"$work/input"
beside json-nesting-objects --staged -q --baseline="$work/input"
begin configuration && {
	awk 'BEGIN { for (i = 0; i < 20000; i++) printf "[sluice \"path.d%d/\"]\naction = off\n", i }' >.sluiceconfig
	git add -A
	check 128 1500 100 'too many' --staged -q
}
begin message && {
	repeat 50000000 'x' | git commit -q --allow-empty -F -
	check 0 2500 300 '1 commit' HEAD~1..HEAD -q
}

echo "1..$n"
exit "$failed"
