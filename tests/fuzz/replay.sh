#!/bin/sh
# replay.sh <build directory> - every fuzz target over its corpus, as TAP
set -u
B=$1
failed=0
for target in "$B"/replay/fuzz_*; do
	case $target in *.d) continue ;; esac
	name=$(basename "$target")
	[ -d "tests/fuzz/corpus/$name" ] || continue
	"$target" tests/fuzz/corpus/"$name"/* || failed=1
done
exit "$failed"
