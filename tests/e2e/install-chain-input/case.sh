# A chained hook that reads standard input leaves it for us.
repo
server
put "$TMP/server.git/hooks/pre-receive.new" '#!/bin/sh' 'while read -r old new ref; do echo "foreign saw $ref"; done'
chmod +x "$TMP/server.git/hooks/pre-receive.new"
mv "$TMP/server.git/hooks/pre-receive.new" "$TMP/server.git/hooks/pre-receive"
(cd "$TMP/server.git" && git-sluice install --chain 2>/dev/null)
put a.py 'dangerous(1)'
commit bad
git checkout -q -b two
commit two
push main two
