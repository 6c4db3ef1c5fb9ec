# A report into something that is no regular file goes into it and does not take its place.
repo
put a.py 'dangerous(1)'
git add .
mkfifo pipe
cat pipe >got &
run git-sluice review -q --only-rules="$RULES" --output=pipe
wait
grep -c 'test-bad' got
[ -p pipe ] && echo 'still a pipe'
put target.txt old
ln -s target.txt link
run git-sluice review -q --only-rules="$RULES" --output=link
[ -L link ] && echo 'still a link'
grep -c 'test-bad' target.txt
run git-sluice review -q --only-rules="$RULES" --output=/dev/full
