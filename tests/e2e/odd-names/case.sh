# A newline, a quote, bytes that are no UTF-8, an escape sequence.
repo
commit start
put "$(printf 'new\nline.py')" 'dangerous(1)'
put 'quo"te.py' 'dangerous(2)'
put "$(printf 'latin\351.py')" 'dangerous(3)'
put "$(printf 'esc\033[31m.py')" 'dangerous(4)'
put 'sp ace.py' 'dangerous(5)'
git add .
places
run git-sluice review --only-rules="$RULES" --format=sarif >"$TMP/sarif" 2>&1
grep '"uri"' "$TMP/sarif" | sort
