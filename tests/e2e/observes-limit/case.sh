# A limit met by what is only seen, or in counting what a renamed file had
# before, stops nobody; one met by a defect rule in new lines does.
repo
put a.py 1
seq 1002 | sed 's/.*/risky(&)/' >old.c
commit start
seq 1002 | sed 's/.*/safe(&)/' >a.py
git mv old.c new.c
git add .
run git-sluice review --only-rules="$RULES"
echo 'risky(new)' >>new.c
git add .
places
seq 1002 | sed 's/.*/value = risky(&, 1)/' >new.py
git add .
places >"$TMP/all" && tail -n 1 "$TMP/all"
