#!/bin/sh
# selftest.sh - does validate.sh notice? One sound file and one of each kind of defect. TAP.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
tmp=$(mktemp -d "${TMPDIR:-/tmp}/sarif.XXXXXX")
trap 'rm -rf "$tmp"' EXIT

n=0
failures=0

# expect <status> <what> <sed script on the sound file>
expect() {
	n=$((n + 1))
	status=0
	sed "$3" "$tmp/sound" >"$tmp/case.sarif"
	"$here/validate.sh" "$tmp/case.sarif" >"$tmp/log" 2>&1 || status=$?
	if [ "$status" -eq "$1" ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2: status $status"
		sed 's/^/# /' "$tmp/log"
		failures=1
	fi
}

cat >"$tmp/sound" <<'EOF'
{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [{
    "tool": {"driver": {"name": "x", "version": "1.0.0", "rules": [{
      "id": "x", "shortDescription": {"text": "a"}, "fullDescription": {"text": "a"}, "help": {"text": "a"},
      "properties": {"security-severity": "5.0", "precision": "high", "tags": ["security"]}
    }]}},
    "results": [{
      "ruleId": "x", "ruleIndex": 0, "level": "error", "message": {"text": "a"},
      "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.c"},
        "region": {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 7}}}],
      "partialFingerprints": {"x/v1": "1"}
    }]
  }]
}
EOF

echo 1..6
expect 0 'a sound file passes' ''
expect 1 'no JSON' 's/^}$//'
expect 1 'a property is missing' 's/"name": "x", //'
expect 1 'a value outside an enumeration' 's/"level": "error"/"level": "grave"/'
expect 1 'a region ends before it starts' 's/"startColumn": 1/"startColumn": 9/'
expect 1 'GitHub wants a help text on each rule' 's/, "help": {"text": "a"}//'
exit "$failures"
