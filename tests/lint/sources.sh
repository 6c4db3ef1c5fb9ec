#!/bin/sh
# sources.sh - the Makefile's lists name every source file, and no other
set -u
cd "$(dirname "$0")/../.." || exit 1

listed=$(make -s print-sources | tr ' ' '\n' | sort)
there=$(find src -mindepth 2 -name '*.c' ! -path src/cli/rulec.c ! -path src/rule/shipped_image.c | sort)
[ "$listed" = "$there" ] && exit 0
echo "the Makefile's lists and src/ differ:" >&2
printf '%s\n' "$listed" "$there" | sort | uniq -u >&2
exit 1
