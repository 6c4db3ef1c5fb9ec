# Smart HTTP: git http-backend behind a web server; a body of many objects comes in chunks.
repo
server
put a.py 'x = 1'
commit start
start() {
	cat >"$TMP/lighttpd.conf" <<-END
		server.document-root = "$TMP"
		server.bind = "127.0.0.1"
		server.port = $port
		server.pid-file = "$TMP/server.pid"
		server.errorlog = "$TMP/lighttpd.log"
		server.upload-dirs = ("$TMP")
		server.modules = ("mod_setenv", "mod_alias", "mod_cgi")
		alias.url = ("/git" => "$(git --exec-path)/git-http-backend")
		cgi.assign = ("" => "")
		setenv.set-environment = ("GIT_PROJECT_ROOT" => "$TMP", "GIT_HTTP_EXPORT_ALL" => "1",
			"GIT_CONFIG_NOSYSTEM" => "1", "PATH" => "$PATH", "REMOTE_USER" => "somebody")
	END
	PATH=$PATH:/usr/sbin lighttpd -f "$TMP/lighttpd.conf"
}
trap stop_server EXIT
free_port start
git config http.postBuffer 65536
git remote set-url origin "http://127.0.0.1:$port/git/server.git"
push main
awk 'BEGIN { srand(1); for (i = 0; i < 30000; i++) print "v" i " = " rand() }' >b.py
echo 'dangerous(b)' >>b.py
git add b.py
git commit -q -m two
push main
git log --format=%s -1 "$(git ls-remote origin main | cut -f1)"
