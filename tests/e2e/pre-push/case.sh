# The pre-push hook reviews what the remote does not have.
repo
git init -q --bare "$TMP/remote.git"
git remote add origin "$TMP/remote.git"
own_rules
put old.py 'dangerous(old)'
commit start
git push -q origin main
git-sluice install --pre-push 2>/dev/null
put a.py 'safe(1)'
commit good
run git push -q origin main
put b.py 'dangerous(new)'
commit bad
git push -q origin main 2>"$TMP/err" || echo "exit $?"
grep -v '^error: failed to push' "$TMP/err"
git push -q origin :refs/heads/none 2>/dev/null || :
