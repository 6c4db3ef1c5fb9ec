# extensions.relativeWorktrees: the files that tie a linked working tree to its repository hold
# relative paths. A newer git writes them so; here it is done by hand. A git that does not know the
# extension refuses the repository; libgit2, which is told of it, does not.
repo
put a.py 'x = 1'
commit start
top=$(basename "$PWD")
git worktree add -q ../linked
echo "gitdir: ../$top/.git/worktrees/linked" >../linked/.git
echo '../../../../linked/.git' >.git/worktrees/linked/gitdir
cd ../linked
put a.py 'x = 1' 'dangerous(2)'
git add a.py

echo '# relative paths alone'
sluice -q

echo '# with the extension'
git -C "../$top" config core.repositoryFormatVersion 1
git -C "../$top" config extensions.relativeWorktrees true
sluice -q >"$TMP/out" 2>&1
case $(sed -n 's/^exit //p' "$TMP/out") in
1) echo 'reviewed, or refused with the reason' ;;
128) grep -qi relativeworktrees "$TMP/out" && echo 'reviewed, or refused with the reason' ;;
esac
