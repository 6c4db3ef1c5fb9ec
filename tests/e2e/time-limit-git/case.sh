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
	before=$(date +%s%N)
	SLUICE_BACKEND=git PATH="$TMP/bin:$PATH" run "$program" review -q --only-rules="$RULES" --time-limit=0.5 2>&1 |
		sed 's/^fatal: .*has not/fatal: git has not/'
	took=$((($(date +%s%N) - before) / 1000000))
	# The limit, and what a busy machine takes more; without the limit it would be a minute.
	if [ "$took" -lt 5000 ]; then echo 'in time'; else echo "late: $took ms"; fi
}

silent rev-parse
silent config
silent diff-index
silent cat-file
