#!/bin/sh
# validate.sh [--install] <file.sarif>... - SARIF judged by others' validators
#
# Exit status 0: no validator found an error in any file. Otherwise 1: one did, and
# says where; or 2: it could not be asked. Two validators, because each misses
# something: the Multitool is silent about a value outside an enumeration (it drops the file
# unread), the schema knows nothing of relations between values.
#
#   - the JSON schema of SARIF 2.1.0, as the Multitool's package ships it, by ajv
#   - Microsoft's SARIF Multitool: the rules SARIF* and GH* (what GitHub's code
#     scanning demands), at the levels error and warning. Warnings are printed
#     and do not fail: SARIF2005 wants an informationUri, and the project has no
#     home page. Not run: the rules of level note (SARIF2002, 2003, 2009 to
#     2012 recommend ids such as "CS2001", message templates and embedded source; SARIF2006
#     fetches every address from the network) and the packs for Azure DevOps (ADO) and
#     for reports written by a language model (AI).
#
# The packages are pinned in package-lock.json by integrity hash, installed
# below build/ when missing (--install does only that; it alone needs the
# network) without running any script of theirs.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
dir=${SARIF_VALIDATORS:-$here/../../build/sarif-validators}

# Whole or not at all: two tests may come here at once.
install_validators() {
	cmp -s "$here/package-lock.json" "$dir/package-lock.json" && return
	fresh=$dir.$$
	rm -rf "$fresh"
	mkdir -p "$fresh"
	trap 'rm -rf "$fresh"' EXIT
	cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$fresh/"
	(cd "$fresh" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) || exit 2
	# All that the package's install script would do.
	chmod u+x "$fresh/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
	rm -rf "$dir"
	mv "$fresh" "$dir" 2>/dev/null || cmp -s "$here/package-lock.json" "$dir/package-lock.json" || exit 2
}

# The Multitool is a program for x86-64; elsewhere the schema alone judges.
multitool() {
	if [ "$(uname -sm)" != "Linux x86_64" ]; then
		echo "validate.sh: no SARIF Multitool for $(uname -sm), asking the schema alone" >&2
		return
	fi
	log=$(mktemp "${TMPDIR:-/tmp}/sarif.XXXXXX")
	status=0
	DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_BUNDLE_EXTRACT_BASE_DIR="$dir/extracted" \
		"$package/Sarif.Multitool" validate "$1" --quiet true --rule-kind 'Sarif;Ghas' \
		--level 'Error;Warning' --output "$log" --log 'ForceOverwrite;PrettyPrint' >&2 || status=2
	[ "$status" -ne 0 ] || node "$here/results.mjs" "$log" || status=$?
	rm -f "$log"
	return "$status"
}

if [ $# -eq 0 ]; then
	echo 'usage: validate.sh [--install] <file.sarif>...' >&2
	exit 2
fi
install_validators
dir=$(CDPATH='' cd -- "$dir" && pwd)
package=$dir/node_modules/@microsoft/sarif-multitool-linux
[ "$1" != --install ] || shift

result=0
for file; do
	path=$(CDPATH='' cd -- "$(dirname -- "$file")" && pwd)/$(basename -- "$file")
	(cd "$dir" && node "$here/schema.mjs" "$package/sarif-2.1.0.json" "$path") || result=1
	multitool "$path" || result=$?
done
exit "$result"
