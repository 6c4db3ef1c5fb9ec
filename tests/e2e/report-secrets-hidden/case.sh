# No piece of a secret in any output, nor of another secret on a shown line.
repo
commit start
key=$(aws_key)
put a.py "first = '$key'" 'dangerous(1)' "dangerous('$key')"
printf 'x%s' "$key" | tr A-Z2-7 a-z0-5 >b.txt
git add .
for format in text json sarif; do
	git-sluice review -v --only-rules="$RULES" --format=$format >"$TMP/$format" 2>&1 || echo "exit $?"
	for start in 1 4 7 10 13; do
		piece=$(printf %s "$key" | cut -c "$((start + 2))-$((start + 7))")
		grep -c -- "$piece" "$TMP/$format" || :
	done
done
grep dangerous "$TMP/text" | head -n 4
