# A git that is asked and does not answer holds nobody up: the time limit counts for it, too.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
git add -A
real=$(command -v git)
mkdir "$TMP/bin"
program=$(command -v git-sluice)

# silent <command of git> - a review with a git that says nothing to that
silent() {
	cat >"$TMP/bin/git" <<END
#!/bin/sh
[ "\$5" = $1 ] && exec sleep 100
exec '$real' "\$@"
END
	chmod +x "$TMP/bin/git"
	echo "-- $1"
	took=$(milliseconds review --time-limit=0.5)
	# Whether git is given up or the run, or both: a busy machine decides.
	sed -e 's/^fatal: .*git has not answered within the time limit$/fatal: the time limit/' \
		-e '/^fatal: time limit reached within one step/{N;s/.*/fatal: the time limit/;}' "$TMP/said" | uniq
	# The limit, and what this machine takes for a review now; without the limit it would be a hundred seconds.
	if [ "$took" -lt $((2000 + usual * 20)) ]; then echo 'in time'; else echo "late: $took ms"; fi
}

# review <arguments>... - its words and status into $TMP/said
review() {
	SLUICE_BACKEND=git PATH="$TMP/bin:$PATH" run "$program" review -q --only-rules="$RULES" "$@" >"$TMP/said" 2>&1
}

usual=$(milliseconds review)

silent rev-parse
silent config
silent diff-index
silent cat-file
