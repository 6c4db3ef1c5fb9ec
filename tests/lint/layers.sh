#!/bin/sh
# layers.sh - a directory includes only itself and those before it; each
# foreign library has one user
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

order='base change rule syntax match finding policy review report cli'

# change/ decodes and compares; it knows no rule. rule/ knows no change.
forbidden='change:rule rule:change'

complain() {
	echo "layers: $*" >&2
	failed=1
}

position() {
	n=0
	for dir in $order; do
		n=$((n + 1))
		[ "$dir" = "$1" ] && echo "$n" && return
	done
	echo 0
}

for path in src/*/; do
	dir=$(basename "$path")
	here=$(position "$dir")
	[ "$here" -gt 0 ] || complain "src/$dir is not in the order of layers.sh"
	for target in $(sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' src/"$dir"/*.[ch] | sort -u); do
		there=$(position "$target")
		if [ "$there" = 0 ] || [ "$there" -gt "$here" ]; then
			complain "src/$dir includes src/$target"
		fi
		case " $forbidden " in
		*" $dir:$target "*) complain "src/$dir includes src/$target" ;;
		esac
	done
done

only_user() { # <header pattern> <where it may be included>
	grep -rlE "#include <$1" src | while read -r file; do
		# shellcheck disable=SC2254 # a pattern on purpose
		case $file in
		$2) ;;
		*) echo "$file includes <$1>, which is for $2 alone" ;;
		esac
	done
}

users=$(
	only_user 'git2' 'src/change/*'
	only_user 'yaml\.h' 'src/rule/*'
	only_user 'tree_sitter/' 'src/syntax/*'
	only_user 'pcre2\.h' 'src/match/regex.c'
	only_user 'tree_sitter' 'src/syntax/*'
	only_user 'jansson\.h' 'src/report/*'
	only_user 'sha[12]\.h' 'src/base/hash.c'
	only_user 'zlib\.h' 'src/base/*'
)
[ -z "$users" ] || complain "$users"
exit "$failed"
