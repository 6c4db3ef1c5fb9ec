#!/bin/sh
# checkov.sh FROM OUT - checkov's fixtures: Terraform resources named pass... and fail..., Kubernetes files named
# ...-PASSED and ...-FAILED, Dockerfiles in directories success... and failure...
#
# A directory is one check, and a group: a good resource may well lack what other checks ask for.
set -eu
find "$1/" -path '*/tests/*' \( -name '*.tf' -o -name '*-PASSED*.yaml' -o -name '*-FAILED*.yaml' -o -name Dockerfile \) |
	sort | awk -v out="$2" '
	function area_of(path) {
		if (path ~ /[Ss]ecret|[Cc]redential|[Hh]ard[Cc]oded/)
			return "secrets"
		if (path ~ /Encrypt|KMS|CMK|Https|HTTPS|TLS|SSL|Log|Public|Audit|Trac|Insights/)
			return "data-exposure"
		return path ~ /Image|Module|Version|Tag|Latest|APT/ ? "dependencies" : "auth"
	}
	function mark(kind, language, name, from, to, group) {
		printf "%s\t%s\t-\t%s\t%s\t%d\t%d\t1\t%s\n", kind, area_of(group), language, name, from, to, group
	}
	{
		path = $0
		group = path
		sub(/\/[^\/]*$/, "", group)
		file = substr(path, length(group) + 2)
		sub(/.*\/tests\//, "", group)
		number++
		if (path ~ /\.tf$/) {
			name = "f" number ".tf"
			line_number = 0
			inside = ""
			while ((getline line <path) > 0) {
				line_number++
				print line >(out "/" name)
				if (line ~ /^(resource|data|module) +"/) {
					label = tolower(line)
					gsub(/[{" ]+$/, "", label)
					sub(/.*"/, "", label)
					start = line_number
					inside = ""
					if (label ~ /^(fail|bad|not_?ok|negative|ckv_unittest_fail)|_fail$/)
						inside = "bad"
					else if (label ~ /^(pass|good|ok|success|positive|ckv_unittest_pass)|_pass$/)
						inside = "good"
				} else if (line ~ /^\}/ && inside != "") {
					mark(inside, "terraform", name, start, line_number, group)
					inside = ""
				}
			}
		} else if (file == "Dockerfile" && group ~ /\/(success|failure)[^\/]*$/) {
			name = "f" number ".dockerfile"
			kind = group ~ /\/success[^\/]*$/ ? "good" : "bad"
			sub(/\/[^\/]*$/, "", group)
			while ((getline line <path) > 0)
				print line >(out "/" name)
			mark(kind, "dockerfile", name, 1, 99999, group)
		} else if (file ~ /\.yaml$/) {
			name = "f" number ".yaml"
			while ((getline line <path) > 0)
				print line >(out "/" name)
			mark(file ~ /PASSED/ ? "good" : "bad", "kubernetes", name, 1, 99999, group)
		} else
			next
		close(path)
		close(out "/" name)
	}'
