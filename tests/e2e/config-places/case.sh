# git's own variables say where configuration is, and each place counts.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'risky(2)'
git add a.py
printf '[sluice]\n\tfailOn = warn\n' >"$TMP/strict"
mkdir -p "$TMP/xdg/git" "$TMP/home"
cp "$TMP/strict" "$TMP/xdg/git/config"
cp "$TMP/strict" "$TMP/home/.gitconfig"

verdict() { # <name> [<variable>=<value>...]
	name=$1
	shift
	echo "$name: $(env "$@" git-sluice review -q --only-rules="$RULES" 2>&1 | grep '^Blocked\|^Passed\|^fatal')"
}
verdict nowhere
verdict global "GIT_CONFIG_GLOBAL=$TMP/strict"
verdict system -u GIT_CONFIG_NOSYSTEM "GIT_CONFIG_SYSTEM=$TMP/strict"
verdict 'system, switched off' GIT_CONFIG_NOSYSTEM=1 "GIT_CONFIG_SYSTEM=$TMP/strict"
verdict home -u GIT_CONFIG_GLOBAL "HOME=$TMP/home"
verdict xdg -u GIT_CONFIG_GLOBAL "HOME=$TMP" "XDG_CONFIG_HOME=$TMP/xdg"
