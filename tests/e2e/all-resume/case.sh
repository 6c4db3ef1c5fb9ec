# A review of all history goes on where it was stopped: by a signal, a time limit, or at the end.
repo
for n in 1 2 3; do
	put a.ini "key$n = $(aws_key)"
	commit "$n"
done
places --all --resume="$TMP/state"
sed 's/^git-sluice [^ ]*/git-sluice VERSION/; s/--only-rules=.*/--only-rules=RULES/' "$TMP/state"
places --all --resume="$TMP/state"
git-sluice review --all --only-rules="$RULES" --resume="$TMP/state" | grep '^source'
put b.ini "later = $(aws_key)"
commit later
places --all --resume="$TMP/state"
# What is not in the file is reviewed, whatever comes after it.
sed -i "/$(git rev-parse HEAD~2)/d" "$TMP/state"
places --all --resume="$TMP/state"

echo '# a time limit that is past at once: nothing is done, and nothing is lost'
cp "$TMP/state" "$TMP/before"
put c.ini 'x = 1'
commit more
at_the_limit --all --time-limit=0.000001 --resume="$TMP/state" | tail -n 1
cmp "$TMP/before" "$TMP/state" && echo unchanged

echo '# others'
run git-sluice review --all --resume="$TMP/state"
echo nonsense >>"$TMP/state"
places --all --resume="$TMP/state"
echo nonsense >"$TMP/state"
places --all --resume="$TMP/state"
run git-sluice review --all --only-rules="$RULES" --resume="$TMP/absent/state"
