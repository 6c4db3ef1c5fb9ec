#!/bin/sh
# limits.sh - every limit of base/limits.h is named in the manual, and used
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

for limit in $(sed -n 's/^#define \(LIMIT_[A-Z_]*\) .*/\1/p' src/base/limits.h); do
	grep -q "$limit" man/git-sluice.1 || {
		echo "limits: $limit is not in git-sluice(1)" >&2
		failed=1
	}
	grep -rlq "$limit" src --include='*.[ch]' --exclude=limits.h || {
		echo "limits: $limit is not used" >&2
		failed=1
	}
done
exit "$failed"
