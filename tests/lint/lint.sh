#!/bin/sh
# lint.sh - everything that can be checked without running the program on a repository
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

step() { # <name> <command>...
	name=$1
	shift
	if "$@"; then
		printf '%-14s ok\n' "$name"
	else
		printf '%-14s FAILED\n' "$name"
		failed=1
	fi
}

c_files() {
	git ls-files -- 'src/*.[ch]' 'tests/*.[ch]'
}

shell_files() {
	git ls-files -- 'tests/*.sh' 'hooks/*' .ci/run
}

check_format() {
	c_files | xargs clang-format --dry-run -Werror
}

check_cppcheck() {
	cppcheck --quiet --std=c11 --inline-suppr --error-exitcode=1 -j "$(nproc)" -Isrc \
		--enable=warning,performance,portability --suppress=missingIncludeSystem \
		--suppressions-list=tests/lint/cppcheck.txt src
}

check_shell() {
	shell_files | xargs shellcheck --shell=sh --severity=warning -x --exclude=SC2010,SC2115,SC2154,SC2164
}

check_manuals() {
	mandoc -T lint -W warning man/*.[157]
}

# make prints the compiler's warnings as errors before this script runs.
step sources sh tests/lint/sources.sh
step layers sh tests/lint/layers.sh
step banned sh tests/lint/banned.sh
step functions sh tests/lint/functions.sh
step limits sh tests/lint/limits.sh
step promises sh tests/lint/promises.sh
step format check_format
step cppcheck check_cppcheck
step shellcheck check_shell
step manuals check_manuals
step rules-table sh tests/tools/rules-table.sh "$(pwd)/build/werror/git-sluice" check
exit "$failed"
