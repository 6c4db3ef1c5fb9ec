# A thousand commits: the secret of one in the middle, gone again in the next, is found.
repo
server
put a.py 'x = 1'
commit start
push main
key=$(aws_key)
awk -v key="$key" 'BEGIN {
	for (i = 1; i <= 1000; i++) {
		text = i == 500 ? "key = \"" key "\"\n" : "value = " i "\n"
		print "commit refs/heads/main"
		print "committer Committer <committer@example.com> " 1767225600 + i " +0000"
		print "data 2\nc"
		if (i == 1) print "from refs/heads/main^0"
		print "M 100644 inline d" i % 10 "/f.py"
		printf "data %d\n%s\n", length(text), text
	}
}' | git fast-import --quiet
git reset -q --hard
push main
