# What only git can read is refused with advice where git is not to be found.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
git add a.py
program=$(command -v git-sluice)
git update-index --split-index
SLUICE_BACKEND=auto PATH=/nonexistent run "$program" review -q --only-rules="$RULES"
# A git in the repository under review is not run.
printf '#!/bin/sh\ntouch "%s/ran"\n' "$TOP" >git
chmod +x git
SLUICE_BACKEND=auto PATH=.::bin run "$program" review -q --only-rules="$RULES"
ls "$TOP"
SLUICE_BACKEND=libgit2 sluice
SLUICE_BACKEND=nonsense sluice
cd ..
git init -q --object-format=sha256 other
cd other
SLUICE_BACKEND=auto PATH=/nonexistent run "$program" review -q --only-rules="$RULES"
