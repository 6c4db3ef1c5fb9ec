#!/bin/sh
# banned.sh - functions this program does not call, and who may end it
set -u
cd "$(dirname "$0")/../.." || exit 1

banned='strcpy|strcat|sprintf|vsprintf|strtok|strtok_r|atoi|atol|atof|gets|alloca|system|popen|tmpnam|mktemp'
hits=$(grep -nE "(^|[^A-Za-z0-9_>.])($banned)[[:space:]]*\(" src/*.c src/*/*.[ch] | grep -vE ':[0-9]+:[[:space:]]*(/?\*|//)' || :)
exits=$(grep -nE '(^|[^A-Za-z0-9_])(exit|_exit|abort|quick_exit)[[:space:]]*\(' src/*/*.[ch] | grep -v '^src/cli/' || :)
[ -z "$hits$exits" ] && exit 0
printf '%s\n' "$hits" "$exits" >&2
exit 1
