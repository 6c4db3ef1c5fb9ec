# lib.sh - read before every case.sh
#
# Names and dates are fixed, so that commit ids are the same on every machine.
# shellcheck shell=sh

git config --global init.defaultBranch main
git config --global advice.detachedHead false
git config --global core.quotePath false
git config --global protocol.file.allow always
# A busy machine is no reason to refuse a push here.
git config --global sluice.timeLimit 100

# repo [<directory>] - a new repository, and into it
repo() {
	git init -q "${1:-.}"
	cd "${1:-.}" || exit
}

# put <file> <line>... - writes a file of these lines
put() {
	mkdir -p "$(dirname "$1")"
	file=$1
	shift
	printf '%s\n' "$@" >"$file"
}

# commit <message> - commits everything below the current directory
commit() {
	git add -A
	git commit -q --allow-empty -m "$1"
}

# run <command>... - shows an exit status other than 0 and goes on
run() {
	status=0
	"$@" || status=$?
	[ "$status" = 0 ] || echo "exit $status"
}

# sluice <arguments>... - findings and verdict by the tests' own rules
sluice() {
	run git-sluice review -q --only-rules="$RULES" "$@"
}

# at_the_limit <arguments>... - as sluice, of a review that meets its time limit. On a busy machine a step may
# take so long that the last resort ends the run, which then says nothing but that: so again, a few times.
at_the_limit() {
	tries=12
	while [ "$tries" -gt 0 ]; do
		tries=$((tries - 1))
		status=0
		git-sluice review -q --only-rules="$RULES" "$@" >"$TMP/limited" 2>"$TMP/limited.err" || status=$?
		if [ "$status" != 128 ] || [ -s "$TMP/limited" ]; then break; fi
		grep -q 'time limit reached within one step' "$TMP/limited.err" || break
	done
	cat "$TMP/limited"
	cat "$TMP/limited.err" >&2
	[ "$status" = 0 ] || echo "exit $status"
}

# milliseconds <command>... - what it takes here and now
milliseconds() {
	since=$(date +%s%N)
	"$@" >/dev/null 2>&1 || :
	echo $((($(date +%s%N) - since) / 1000000))
}

# places <arguments>... - only where the findings are, and their verdict
places() {
	git-sluice review -q --only-rules="$RULES" "$@" >"$TMP/places" || :
	sed -n '/^[^ ].*: \(error\|warning\): /p' "$TMP/places"
	tail -n 1 "$TMP/places"
}

# own_rules - the repository's reviews use the tests' rules and no others
own_rules() {
	git config sluice.rules "$RULES"
	git config sluice.shippedRules false
}

# server - a bare repository at ../server.git whose hook runs the tests' rules
server() {
	git init -q --bare "$TMP/server.git"
	(cd "$TMP/server.git" && own_rules && git-sluice install 2>"$TMP/install")
	git remote add origin "$TMP/server.git"
}

# push <arguments>... - what the pusher sees, without what differs between git versions
push() {
	status=0
	git push -q origin "$@" 2>"$TMP/push" || status=$?
	sed -n -e 's/[[:space:]]*$//' -e '/^remote:/p' -e '/rejected/s/  */ /gp' "$TMP/push"
	echo "push exits $status"
}

# A secret is assembled here, so that no scanner trips on this repository.
# aws_key - an access key id of the right form that belongs to nobody
aws_key() {
	printf 'AK%s%s' IA 2Q7XK4MBNR5TWVZD
}

# free_port <command>... - runs it with $port set to ports of the loopback until one is free
free_port() {
	port=$((20000 + $$ % 20000))
	tries=0
	until "$@" 2>"$TMP/server.log"; do
		tries=$((tries + 1))
		[ "$tries" -lt 40 ] || {
			cat "$TMP/server.log"
			return 1
		}
		port=$((port + 7))
	done
}

# stop_server - for a trap: ends the server that left its id in $TMP/server.pid
stop_server() {
	[ ! -e "$TMP/server.pid" ] || kill "$(cat "$TMP/server.pid")"
}
