# Two identical lines added are two findings.
repo
commit start
put a.py 'dangerous(1)' 'x = 1' 'dangerous(1)'
git add .
run git-sluice review --only-rules="$RULES" --format=json >"$TMP/json"
grep -E '"(line|fingerprint)":' "$TMP/json"
