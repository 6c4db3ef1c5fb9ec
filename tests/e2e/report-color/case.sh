repo
commit start
put a.py 'dangerous(1)'
git add .
git-sluice review -q --only-rules="$RULES" --color=always | cat -v || :
git config color.ui always
run git-sluice review -q --only-rules="$RULES" | grep -c "$(printf '\033')" || :
NO_COLOR=1 run git-sluice review -q --only-rules="$RULES" | grep -c "$(printf '\033')" || :
