# gitolite: the review as pre-receive in the common hooks, and as a VREF of one repository.
hooks=$CASE/../../../hooks
HOME=$TMP/gitolite
export HOME
mkdir "$HOME"
git config --global init.defaultBranch main
own_rules() {
	git config --global sluice.rules "$RULES"
	git config --global sluice.shippedRules false
}
own_rules
gitolite setup -a admin >"$TMP/setup" 2>&1
sed -i 's|^ *# LOCAL_CODE *=> *"$ENV{HOME}/local"|LOCAL_CODE => "$ENV{HOME}/local"|' "$HOME/.gitolite.rc"
mkdir -p "$HOME/local/VREF"
cp "$hooks/gitolite-vref" "$HOME/local/VREF/sluice"
put "$HOME/.gitolite/conf/gitolite.conf" 'repo plain' '    RW+ = alice' \
	'repo checked' '    RW+ = alice' '    -   VREF/sluice = alice'
gitolite compile
gitolite setup >>"$TMP/setup" 2>&1
put "$TMP/ssh" '#!/bin/sh' 'shift' 'SSH_CONNECTION=127.0.0.1 SSH_ORIGINAL_COMMAND=$1 exec '"$(gitolite query-rc GL_BINDIR)"'/gitolite-shell alice'
chmod +x "$TMP/ssh"
export GIT_SSH="$TMP/ssh" GIT_SSH_VARIANT=simple

repo
put a.py 'x = 1'
commit start
git remote add origin gitolite@example.com:checked
push main
put a.py 'x = 1' 'dangerous(2)'
commit two
push main
git remote set-url origin gitolite@example.com:plain
push main

mkdir -p "$HOME/local/hooks/common"
cp "$hooks/pre-receive" "$HOME/local/hooks/common/pre-receive"
gitolite setup --hooks-only
put a.py 'x = 1' 'dangerous(3)'
commit three
push main
