#!/bin/sh
# deps.sh <group>... - installs, by Debian package name, what is missing
#
# A thing counts as present when its command or its pkg-config module is there,
# wherever it came from; so a machine with its own node is left alone. What only
# makes the build better is installed if that can be done.
set -eu

missing=
better=

need_command() { # <command> <package>...
	command -v "$1" >/dev/null 2>&1 && return
	shift
	missing="$missing $*"
}

need_module() { # <pkg-config module> <package>
	command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1" && return
	missing="$missing $2"
}

need_header() { # <header> <package>
	[ -e "$1" ] || missing="$missing $2"
}

# npm fetches the grammars, once.
need_npm() {
	cmp -s package-lock.json build/grammars/package-lock.json && return
	command -v npm >/dev/null 2>&1 || better="$better npm"
}

group() {
	case $1 in
	build)
		need_command cc gcc
		need_command ar binutils
		need_command pkg-config pkg-config
		need_header /usr/include/stdio.h libc6-dev
		need_module libgit2 libgit2-dev
		need_module libpcre2-8 libpcre2-dev
		need_module yaml-0.1 libyaml-dev
		need_module jansson libjansson-dev
		need_module libmd libmd-dev
		need_module zlib zlib1g-dev
		need_npm
		;;
	test)
		need_module cmocka libcmocka-dev
		need_command node nodejs
		need_command npm npm
		need_command /usr/sbin/lighttpd lighttpd
		need_command gitolite gitolite3
		;;
	lint)
		need_command clang-format clang-format
		need_command cppcheck cppcheck
		need_command shellcheck shellcheck
		need_command mandoc mandoc
		;;
	fuzz)
		need_command clang clang libclang-rt-dev
		need_command afl-clang-fast afl++
		;;
	valgrind)
		need_command valgrind valgrind
		;;
	*)
		echo "deps.sh: unknown group $1" >&2
		exit 2
		;;
	esac
}

for name; do
	group "$name"
done
[ -n "$missing$better" ] || exit 0

sudo=
reason=
if [ "$(id -u)" != 0 ]; then
	sudo=sudo
	command -v sudo >/dev/null 2>&1 || reason='not root; to be installed by hand'
fi
command -v apt-get >/dev/null 2>&1 || reason='not a Debian system; its names of what is missing'

install() { # <package>...
	[ -z "$reason" ] || return
	echo "installing: $*"
	$sudo apt-get update -qq &&
		$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# shellcheck disable=SC2086 # lists of package names
{
	[ -z "$missing" ] || install $missing || {
		echo "deps.sh: ${reason:-could not install}:$missing" >&2
		exit 1
	}
	[ -z "$better" ] || install $better ||
		echo "deps.sh: ${reason:-could not install}:$better; it builds without" >&2
}
