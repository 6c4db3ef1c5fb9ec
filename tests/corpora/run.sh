#!/bin/sh
# run.sh PROGRAM DIR - what the shipped rules find in public sets of bad and good code
#
# DIR holds one directory a set; README.md says which are understood.  Of each set a reader (SET.sh) makes a plain
# tree of files and a list of marks, the program reviews the tree as one commit, and score.awk compares.
#
#   marks:     kind area cwe language path first-line last-line wanted group     separated by tabs
#   findings:  path line end-line rule cwe,cwe,...
#
# kind is bad or good.  cwe is a number, or - for any finding.  wanted is how many findings a bad mark needs to be found
# whole, 1 but where a set only counts.  Marks with a group, which is no -, are judged only by rules that touch a larger
# share of the group's bad marks than of its good ones.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=${1:?usage: run.sh PROGRAM DIR}
from=${2:?usage: make corpora DIR=<directory that holds the sets>}
work=$here/../../build/corpora
[ -d "$from" ] || { echo "corpora: $from is no directory" >&2; exit 1; }

GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE 2>/dev/null || :

# review TREE: one line a finding
review() {
	git -C "$1" init -q .
	git -C "$1" -c core.autocrlf=false add -f . 2>/dev/null
	(cd "$1" && "$program" --staged --format=json ${RULES:+--only-rules="$RULES"}) >"$1.json" || [ $? -ne 129 ]
	awk -f "$here/findings.awk" "$1.json"
}

# measure SET READER: makes the tree, reviews it, compares
measure() {
	out=$work/$1
	rm -rf "$out" "$out.json"
	mkdir -p "$out"
	sh "$here/$2.sh" "$from/$1" "$out" >"$work/$1.marks"
	review "$out" >"$work/$1.findings"
	awk -v set="$1" -v misses="$work/$1.missed" -v hits="$work/$1.hit" -f "$here/score.awk" \
		"$here/families.txt" "$work/$1.findings" "$work/$1.marks"
}

mkdir -p "$work"
work=$(cd "$work" && pwd)
printf '%-14s %-17s %-11s %6s %6s %5s   %6s %6s %5s\n' set area language bad found % good hit %
for directory in "$from"/*/; do
	set=$(basename "$directory")
	reader=annotated
	[ "$set" != run ] && [ "$set" != copy ] && [ -f "$here/$set.sh" ] && reader=$set
	measure "$set" "$reader"
done
echo "what was missed and what was hit: build/corpora/*.missed, *.hit"
