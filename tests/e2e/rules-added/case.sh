# --rules adds to the shipped ones; --only-rules replaces them.
repo
commit start
put a.py 'risky(1)' "key = '$(aws_key)'"
git add .
run git-sluice review -q --rules="$RULES" | grep -c ': \(error\|warning\): '
places
run git-sluice review -q --only-rules=a.yaml
