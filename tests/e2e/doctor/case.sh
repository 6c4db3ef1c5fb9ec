# What would keep a review from working is said, with exit status 1.
doctor() {
	status=0
	git-sluice doctor >"$TMP/doctor" || status=$?
	sed -e '/ sluice.timelimit = 100 /d' -e '/^[^ ]* *\(syntax\|sandbox\|read by\) /d' -e 's/^\(ok *rules *\)[0-9]*$/\1N/' "$TMP/doctor"
	echo "exit $status"
}

echo '# outside of a repository'
mkdir none
(cd none && doctor)

echo '# without a hook'
repo work
doctor

echo '# installed'
git config sluice.failOn warn
git-sluice install 2>"$TMP/install"
put .sluiceconfig '[sluice "area.comments"]' '	action = off'
git add -A
git commit -q --no-verify -m config
doctor

echo '# a hook that git passes over, a configuration that stops every review'
chmod -x .git/hooks/pre-commit
put .sluiceconfig '[sluice' 'x'
git add -A
git commit -q --no-verify -m broken
git config sluice.onIncomplete maybe
doctor
git config --unset sluice.onIncomplete
doctor | grep committed
run git-sluice doctor now

echo '# a server'
git init -q --bare "$TMP/server.git"
cd "$TMP/server.git"
doctor
