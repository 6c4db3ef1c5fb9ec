# The reason of a suppression is shown, a secret in it is not.
repo
put a.py "dangerous(1)  # sluice: allow test-bad -- its key is $(aws_key)"
git add .
for format in text json sarif; do
	git-sluice review -v --only-rules="$RULES" --format="$format" >report || :
	grep -c "$(aws_key)" report || :
	grep -e '"reason"' -e '"justification"' -e 'suppressed (' report || :
done
