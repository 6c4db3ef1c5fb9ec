# All of history: every branch, what was taken out again, merges, tags, and nothing but rules for every commit.
repo
put a.ini 'x = 1'
put a.py 'dangerous(1)'
commit start
put a.ini 'x = 1' "key = $(aws_key)"
commit 'add key'
put a.ini 'x = 1'
commit 'remove key'
git checkout -q -b side HEAD~2
put b.ini 'x = 1' "side = $(aws_key)"
commit 'on a branch'
git checkout -q main
git merge -q --no-edit side
git branch -q -D side
git tag -a -m "release $(aws_key)" v1
printf 'tagged = %s\n' "$(aws_key)" >"$TMP/blob"
git tag blob "$(git hash-object -w "$TMP/blob")"
sluice --all
git checkout -q --detach
put c.ini "detached = $(aws_key)"
commit detached
places --all
git-sluice baseline write --all --only-rules="$RULES"
places --all --baseline=.sluice-baseline
git init -q --bare empty.git
(cd empty.git && sluice --all)
for wrong in '--all HEAD' '--all --staged' '--resume=x' '--all --patch=-'; do
	# shellcheck disable=SC2086 # words
	run git-sluice review $wrong
done
