#!/bin/sh
# gitleaks.sh <gitleaks> <config.toml> <repository> [<git-sluice>] - the same rules over the same history
#
# Both programs read all commits with the rules of one configuration of gitleaks. A place is a commit, a path
# and a line; lines up to 8 apart are one place, as we name the line of the secret and gitleaks that of the match.
# Printed are the places of each, those that only one has, and of the latter the number a rule.
set -eu
[ $# -ge 3 ] || { echo "usage: gitleaks.sh <gitleaks> <config.toml> <repository> [<git-sluice>]" >&2; exit 129; }
here=$(cd "$(dirname "$0")" && pwd)
gitleaks=$1
config=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
repository=$3
program=$(cd "$(dirname "${4:-build/git-sluice}")" && pwd)/git-sluice
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

"$gitleaks" git --config "$config" -r "$work/theirs.json" -f json --no-banner -l error --max-decode-depth 0 \
	--exit-code 0 "$repository"
(cd "$repository" && "$program" review --all --only-rules="$config" --format=json --output="$work/ours.json" \
	--time-limit=3600) || [ $? = 1 ]
awk -f "$here/places.awk" "$work/theirs.json" >"$work/theirs"
awk -f "$here/places.awk" "$work/ours.json" >"$work/ours"
awk -f "$here/places.awk" -v against=1 "$work/theirs" "$work/ours"
