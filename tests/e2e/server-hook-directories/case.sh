# GitLab and Gitea run every script of a directory, each with the push on its standard input.
repo
git init -q --bare "$TMP/server.git"
(cd "$TMP/server.git" && own_rules)
git remote add origin "$TMP/server.git"
hooks=$TMP/server.git/hooks
mkdir -p "$TMP/server.git/custom_hooks/pre-receive.d" "$hooks/pre-receive.d"
cp "$CASE/../../../hooks/pre-receive" "$TMP/server.git/custom_hooks/pre-receive.d/git-sluice"
cp "$CASE/../../../hooks/pre-receive" "$hooks/pre-receive.d/git-sluice"
put a.py 'x = 1'
commit start

put "$hooks/pre-receive" '#!/bin/sh' 'GL_ID=user-7 GL_USERNAME=somebody GL_REPOSITORY=project-1; export GL_ID GL_USERNAME GL_REPOSITORY' \
	'exec custom_hooks/pre-receive.d/git-sluice'
chmod +x "$hooks/pre-receive"
push main
put a.py 'x = 1' 'dangerous(2)'
commit two
push main

put "$hooks/pre-receive" '#!/bin/sh' 'data=$(cat)' \
	'for hook in hooks/pre-receive.d/*; do echo "$data" | "$hook" || exit; done'
push main
