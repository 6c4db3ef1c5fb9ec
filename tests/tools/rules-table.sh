#!/bin/sh
# rules-table.sh PROGRAM check|write - the tables of rules per language and area in README.md and git-sluice-rules(5)
#
# They stand between the lines "rules table begins" and "rules table ends" and say what the program lists.
set -eu
cd "$(dirname "$0")/../.."
program=${1:?usage: rules-table.sh PROGRAM check|write}
mode=${2:?usage: rules-table.sh PROGRAM check|write}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# One line a rule and language: language, area.
GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 "$program" rules list --format=json | awk '
	/"area":/ { area = $2; gsub(/[",]/, "", area); rules++ }
	/"verdict": "block"/ { blocks++ }
	/"on": "removed"/ { removed++ }
	/"languages": \[/ { listed = 1; next }
	listed && /\]/ { listed = 0 }
	listed { gsub(/[", ]/, ""); print $0 "\t" area }
	END { print "\t" rules "\t" blocks "\t" removed }' >"$scratch/pairs"

# table HEAD ROW SEPARATOR END: the same figures in another dress
table() {
	awk -F'\t' -v dress="$1" '
	BEGIN {
		split("sql-injection input-validation error-handling data-exposure auth comments dependencies secrets", area, " ")
		split("SQL input errors exposure auth comments dependencies secrets", short, " ")
	}
	$1 == "" { rules = $2; blocks = $3; removed = $4; next }
	{
		count[$1, $2]++
		sum[$1]++
	}
	function cells(name, between,    i, line) {
		line = name
		for (i = 1; i <= 8; i++)
			line = line between (count[name, area[i]] + 0)
		return line between sum[name]
	}
	END {
		for (name in sum)
			names[++many] = name
		for (i = 2; i <= many; i++)
			for (j = i; j > 1 && names[j] < names[j - 1]; j--) {
				held = names[j]
				names[j] = names[j - 1]
				names[j - 1] = held
			}
		head = dress == "mdoc" ? ".It language" : "| language"
		for (i = 1; i <= 8; i++)
			head = head (dress == "mdoc" ? " Ta " : " | ") short[i]
		if (dress == "mdoc") {
			print rules " rules, of which " blocks " can block and " removed " look at removed lines:"
			print ".Bl -column \"typescript\" \"SQL\" \"input\" \"errors\" \"exposure\" \"auth\" \"comments\" \"dependencies\" \"secrets\" \"all\""
			print head " Ta all"
			for (i = 1; i <= many; i++)
				print ".It " cells(names[i], " Ta ")
			print ".El"
		} else {
			print rules " rules, of which " blocks " can block and " removed " look at removed lines:"
			print ""
			print head " | all |"
			print "|---|---|---|---|---|---|---|---|---|---|"
			for (i = 1; i <= many; i++)
				print "| " cells(names[i], " | ") " |"
			print ""
		}
	}' "$scratch/pairs"
}

# put FILE DRESS: the file with its table of today
put() {
	table "$2" >"$scratch/table"
	awk -v table="$scratch/table" '
		/rules table ends/ { inside = 0 }
		!inside { print }
		/rules table begins/ {
			inside = 1
			while ((getline line <table) > 0)
				print line
		}' "$1" >"$scratch/new"
	if [ "$mode" = write ]; then
		cat "$scratch/new" >"$1"
	else
		cmp -s "$1" "$scratch/new" || {
			echo "$1: the table of rules is old; make rules-table writes it anew" >&2
			return 1
		}
	fi
}

put README.md markdown
put man/git-sluice-rules.5 mdoc
