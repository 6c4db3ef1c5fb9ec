# git's own protocol: git daemon takes pushes and runs the hook.
repo
server
put a.py 'x = 1'
commit start
git --git-dir="$TMP/server.git" config daemon.receivepack true
start() {
	git daemon --listen=127.0.0.1 --port="$port" --base-path="$TMP" --export-all &
	echo $! >"$TMP/server.pid"
	while kill -0 $! 2>"$TMP/gone"; do
		git ls-remote -q "git://127.0.0.1:$port/server.git" >"$TMP/refs" 2>&1 && return
		sleep 0.1
	done
	return 1
}
trap stop_server EXIT
free_port start
git remote set-url origin "git://127.0.0.1:$port/server.git"
push main
put a.py 'x = 1' 'dangerous(2)'
commit two
push main
git ls-remote origin main | cut -f2
git log --format=%s -1 "$(git ls-remote origin main | cut -f1)"
