# What configuration names as a command is not run, whichever backend reads.
repo
put a.py 'x = 1'
commit start
git update-index --split-index
printf '#!/bin/sh\ntouch "%s/ran"\ncat "$1" 2>/dev/null\n' "$TMP" >"$TMP/command"
chmod +x "$TMP/command"
git config core.fsmonitor "$TMP/command"
git config diff.external "$TMP/command"
git config diff.x.textconv "$TMP/command"
git config diff.x.command "$TMP/command"
git config filter.x.clean "$TMP/command"
git config filter.x.smudge "$TMP/command"
git config core.pager "$TMP/command"
git config alias.diff-index "!$TMP/command"
git config alias.cat-file "!$TMP/command"
mkdir -p .git/hooks
cp "$TMP/command" .git/hooks/post-index-change
put .gitattributes '*.py diff=x filter=x'
blob=$(printf 'x = 1\ndangerous(2)\n' | git hash-object -w --stdin --no-filters)
attributes=$(git hash-object -w --no-filters .gitattributes)
git -c core.fsmonitor=false update-index --add --cacheinfo "100644,$blob,a.py" --cacheinfo "100644,$attributes,.gitattributes"
rm -f "$TMP/ran"
GIT_EXTERNAL_DIFF=$TMP/command places
ls "$TMP"
