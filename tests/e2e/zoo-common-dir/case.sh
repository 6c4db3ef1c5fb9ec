# The variables by which git tells where a repository lies.
repo main
put a.py 'x = 1'
commit start
git worktree add -q ../linked -b linked
cd ../linked
put a.py 'x = 1' 'dangerous(linked)'
git add a.py
cd /
GIT_DIR=$TOP/main/.git/worktrees/linked GIT_COMMON_DIR=$TOP/main/.git GIT_WORK_TREE=$TOP/linked places
GIT_DIR=$TOP/main/.git GIT_INDEX_FILE=$TOP/main/.git/worktrees/linked/index places
GIT_DIR=$TOP/main/.git/worktrees/linked GIT_COMMON_DIR=$TOP/elsewhere sluice
GIT_DIR=$TOP/nowhere sluice
