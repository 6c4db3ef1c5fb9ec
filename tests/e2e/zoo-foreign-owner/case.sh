# A repository of somebody else is refused, until safe.directory names it; as git has it.
[ "$(id -u)" = 0 ] || {
	echo 'needs root, to give a repository away'
	exit 77
}
repo there
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
git add a.py
chown -R 12345 .
both() {
	git rev-parse --git-dir >"$TMP/git" 2>&1 || echo "git refuses: $(sed -n 1p "$TMP/git")"
	run git-sluice review -q --only-rules="$RULES" | sed -n '/ error: /p;/^exit/p'
}
both
git config --global safe.directory "$TOP/elsewhere"
both
git config --global --add safe.directory "$TOP/there"
both
git config --global --replace-all safe.directory '*'
both
git config --global --add safe.directory ''
both
git config --global --unset-all safe.directory
git config safe.directory '*' 2>"$TMP/refused" || printf '[safe]\n\tdirectory = *\n' >>.git/config
both
