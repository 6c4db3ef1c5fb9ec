# As over ssh: the account's login shell is git-shell, which gets one command.
repo
server
put a.py 'x = 1'
commit start
cat >"$TMP/ssh" <<'END'
#!/bin/sh
shift
env -i PATH="$PATH" HOME="$HOME" GIT_CONFIG_NOSYSTEM=1 git shell -c "$1"
END
chmod +x "$TMP/ssh"
export GIT_SSH="$TMP/ssh" GIT_SSH_VARIANT=simple
git remote set-url origin "git@example.com:$TMP/server.git"
push main
put a.py 'x = 1' 'dangerous(2)'
commit two
push main
