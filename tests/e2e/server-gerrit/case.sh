# Gerrit's hook gets one update as options, also for a change that asks for review.
repo
put a.py 'x = 1'
commit start
git clone -q --bare . "$TMP/server.git"
put a.py 'x = 1' 'dangerous(2)'
commit two
old=$(git rev-parse HEAD~1)
new=$(git rev-parse HEAD)
git push -q "$TMP/server.git" HEAD:refs/changes/01/1/1
cd "$TMP/server.git"
own_rules
git update-ref -d refs/changes/01/1/1
hook() {
	run "$CASE/../../../hooks/gerrit-ref-update" --project p --uploader 'A <a@example.com>' "$@" 2>&1
}
hook --refname refs/for/main --oldrev 0000000000000000000000000000000000000000 --newrev "$new"
hook --refname refs/heads/main --oldrev "$old" --newrev "$new"
hook --refname refs/heads/main --oldrev "$old" --newrev "$old"
hook --refname refs/heads/main
