# A secret that is found in one place is shown in no other: the name of a skipped file, a reason.
repo
commit start
key=$(aws_key)
printf 'a\0\1\2\3' >"x-$key-y.bin"
printf '[sluice "rule.x"]\n\taction = "xy%s"\n' "$key" >.sluiceconfig
put a.ini "x = 1" "key = $key"
git add -A
sluice -v
git-sluice review -q --only-rules="$RULES" --format=json | grep -c -- "$key" || :
