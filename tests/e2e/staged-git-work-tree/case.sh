# GIT_DIR and GIT_WORK_TREE as for dotfiles.
git init -q --bare "$TMP/dotfiles"
put a.py 'dangerous(1)'
git --git-dir="$TMP/dotfiles" --work-tree="$TOP" add a.py
export GIT_DIR="$TMP/dotfiles" GIT_WORK_TREE="$TOP"
sluice
