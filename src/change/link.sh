#!/bin/sh
# link.sh <compiler> <packages> - how the libraries are linked, as variables for make
#
# Statically where that can be done (offline.c says why): where the static libraries are there
# and libgit2's own are named as we expect. It is tried with a program that opens a repository.
# LINK=shared in the environment does without, for a distribution that wants it so.
# shellcheck disable=SC2046,SC2086 # lists of words
set -u

compiler=$1
packages=$2
PKG_CONFIG=${PKG_CONFIG:-pkg-config}
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT

libraries="-Wl,-Bstatic $($PKG_CONFIG --static --libs $packages 2>/dev/null) -Wl,-Bdynamic -lm"

cat >"$dir/try.c" <<'END'
#include <git2.h>

int
main(void)
{
	git_repository *repo = NULL;

	return git_libgit2_init() < 1 || git_repository_open(&repo, "/nonexistent") != GIT_ENOTFOUND;
}
END

if [ "${LINK:-}" != shared ] &&
	$compiler -pie -fPIE $($PKG_CONFIG --cflags $packages) -o "$dir/try" "$dir/try.c" "$here/offline.c" $libraries \
		>"$dir/log" 2>&1 && "$dir/try" >>"$dir/log" 2>&1; then
	echo "LINKED := static"
	echo "LINK_FLAGS := -Wl,-u,git_mbedtls_stream_global_init"
	echo "LINK_LIBS := $libraries"
else
	echo "LINKED := shared"
	echo "LINK_FLAGS := -Wl,-u,mbedtls_x509_crt_parse_file -Wl,--export-dynamic-symbol=mbedtls_x509_crt_parse_file"
	echo "LINK_LIBS := $($PKG_CONFIG --libs $packages 2>/dev/null) -lm"
fi
