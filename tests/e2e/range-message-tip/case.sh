# Messages are in no net result: rules with `commits: tip` judge those of each commit.
repo
sed '/commits: every/d' "$RULES" >"$TMP/rules.yaml"
put a.txt 1
commit start
put a.txt 2
commit "use $(aws_key)"
put a.txt 3
commit end
run git-sluice review -q --only-rules="$TMP/rules.yaml" HEAD~2..HEAD
