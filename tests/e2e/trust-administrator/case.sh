# The three settings that git-sluice-hooks(7) gives an administrator hold against what the default branch says.
repo
server
put a.py 'x = 1'
commit start
push main
put .sluiceconfig '[sluice]' '	baseline = known' '[sluice "rule.test-bad"]' '	action = off'
put a.py '# sluice: allow test-bad -- trust me' 'x = 1'
put b.py 'dangerous(1)'
git-sluice baseline write --baseline=known --only-rules="$RULES" HEAD 2>/dev/null
git add b.py
git-sluice baseline write --baseline=known --only-rules="$RULES" 2>/dev/null
git rm -q --cached b.py
mv b.py "$TMP/b.py"
commit 'what weakens the gate'

# back <n> - the server's branch, so many commits before ours
back() {
	git -C "$TMP/server.git" update-ref refs/heads/main "$(git rev-parse "HEAD~$1")"
}

# set <variable> <value> - in the server's configuration
set_there() {
	git -C "$TMP/server.git" config "sluice.$1" "$2"
	echo "# $1 = $2"
}

echo '# without the settings it is let in, and what it allows, too'
push main
cp "$TMP/b.py" b.py
put a.py '# sluice: allow test-bad -- trust me' 'dangerous(0)'
put c.py 'dangerous(2)'
commit defects
push main

set_there severity.error.action warn
back 1
push main
set_there severity.error.action block
back 1
push main
set_there baseline ''
back 1
push main
set_there rule.sluice-suppression-added.action block
back 2
git push -q origin HEAD~1:main 2>"$TMP/said" || echo refused
grep -o '\[sluice-suppression-added\]' "$TMP/said"
