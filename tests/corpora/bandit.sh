#!/bin/sh
# bandit.sh FROM OUT - bandit's examples; its functional test says how many lines of each file are bad, not which
set -eu
cp "$1"/examples/*.py "$2"/
awk '
	# The defect an example shows, by words in its name; what names none is left out.
	function cwe_of(file) {
		if (file ~ /sql/) return 89
		if (file ~ /subprocess|popen|os_system|os-(exec|spawn|startfile)|wildcard|partial_path|paramiko/) return 78
		if (file ~ /^(eval|exec)\.|logging_config/) return 94
		if (file ~ /mark_safe|markupsafe|jinja2|mako/) return 79
		if (file ~ /pickle|dill|shelve|marshal|yaml_load|pytorch|^imports/) return 502
		if (file ~ /^xml_/) return 611
		if (file ~ /tarfile/) return 22
		if (file ~ /mktemp|hardcoded-tmp/) return 377
		if (file ~ /os-chmod/) return 732
		if (file ~ /hardcoded-passwords/) return 259
		if (file ~ /md5|cipher|hashlib|pycrypto|weak_crypto|random_module/) return 327
		if (file ~ /verify|unverified|host_key|ssl-insecure/) return 295
		if (file ~ /timeout/) return 400
		if (file ~ /try_except/) return 703
		if (file ~ /flask_debug/) return 489
		if (file ~ /telnetlib|ftplib|snmp|pyghmi|httpoxy/) return 319
		if (file ~ /trojansource/) return 1007
		if (file ~ /urlopen/) return 22
		if (file ~ /binding/) return 200
		if (file ~ /huggingface/) return 494
		return ""
	}

	/"SEVERITY": *\{/ { wanted = 0; counted = 1 }
	counted {
		line = $0
		while (match(line, /"(LOW|MEDIUM|HIGH)": *[0-9]+/)) {
			number = substr(line, RSTART, RLENGTH)
			sub(/.*: */, "", number)
			wanted += number
			line = substr(line, RSTART + RLENGTH)
		}
		if (/\}/)
			counted = 0
	}
	/self\.check_example\("/ {
		file = $0
		sub(/.*check_example\("/, "", file)
		sub(/".*/, "", file)
		if (file ~ /\// || file in seen || /ignore_nosec/)
			next
		seen[file] = 1
		cwe = cwe_of(file)
		if (wanted)
			kind = "bad"
		else if (file ~ /^(okay|mark_safe_secure|markupsafe_markup_xss_allowed_calls)\.py$/)
			kind = "good"
		else
			kind = ""
		if (kind == "bad" && cwe == "" || kind == "")
			next
		printf "%s\t-\t%s\tpython\t%s\t1\t99999\t%d\t-\n", kind, kind == "good" ? "-" : cwe, file, kind == "good" ? 1 : wanted
	}' "$1/tests/functional/test_functional.py"
