#!/bin/sh
# grammars.sh <dir> - the C sources that package-lock.json pins, into <dir>
#
# Whole or not at all: <dir>/state.mk says which, for grammars.mk. It does not
# fail: without npm or without a network the program is built as a text
# reviewer. Nothing of the packages runs, and nothing but C sources and
# licences is kept.
set -eu

dir=$1
here=$(pwd)

state() { # found | no-npm | failed
	echo "GRAMMARS := $1" >"$dir/state.mk.$$"
	mv "$dir/state.mk.$$" "$dir/state.mk"
}

without() { # <state> <reason>
	echo "  SYNTAX   none: $2; a text reviewer is built (make grammars tries again)" >&2
	state "$1"
	exit 0
}

# In place, at exactly one line of a file; a version where it is not there must be looked at.
correct() { # <file> <from> <to>
	[ "$(grep -c "$2" "node_modules/$1")" = 1 ] || {
		echo "grammars.sh: no single '$2' in $1" >&2
		exit 1
	}
	sed -i "s/$2/$3/" "node_modules/$1"
}

# Errors in memory that a hostile text, or any text, reaches.
correct_sources() {
	# A scanner saves its state into a buffer of this size. Those of Python and YAML
	# check before each value that one byte is left and then write two or four,
	# so deep indentation makes them write past its end. The buffer grows; their check stays.
	correct tree-sitter/vendor/tree-sitter/lib/src/parser.h \
		'SERIALIZATION_BUFFER_SIZE 1024$' 'SERIALIZATION_BUFFER_SIZE 2048'
	# Its state has no room at all.
	correct tree-sitter-swift/src/scanner.c 'calloc(0,' 'calloc(1,'
}

mkdir -p "$dir"
if cmp -s package-lock.json "$dir/package-lock.json"; then
	state found
	exit 0
fi
command -v npm >/dev/null 2>&1 || without no-npm 'npm is not there'

fresh=$dir/fresh.$$
trap 'rm -rf "$fresh"' EXIT
mkdir "$fresh"
cp package.json package-lock.json .npmrc "$fresh/"
echo '  NPM      grammars' >&2
(cd "$fresh" && timeout 600 npm ci --ignore-scripts --fetch-retries=1 --loglevel=error) >"$dir/npm.log" 2>&1 ||
	without failed "npm could not fetch the grammars ($dir/npm.log)"
cd "$fresh"
find node_modules -type l -delete
find node_modules -type f ! -name '*.[ch]' ! -name 'LICENSE*' -delete
find node_modules -type d -empty -delete
correct_sources
cd "$here"

# The lock file comes last: it says that the rest is there.
rm -rf "$dir/package-lock.json" "$dir/node_modules"
mv "$fresh/node_modules" "$dir/"
mv "$fresh/package-lock.json" "$dir/"
state found
