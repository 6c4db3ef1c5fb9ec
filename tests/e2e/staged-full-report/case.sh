# The whole report: findings, the eight areas, the scope, the verdict.
repo
put a.py 'x = 1'
put b.bin 'x'
commit start
put a.py 'x = 1' 'safe(x)' 'safe(y)' 'dangerous(x)'
printf '\0\1\2\3\4\5\6\7' >b.bin
git add .
run git-sluice review --only-rules="$RULES"
