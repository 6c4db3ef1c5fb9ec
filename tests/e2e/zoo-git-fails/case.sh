# A git that dies, answers nonsense or is cut short never makes a review pass.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
put b.py 'y = 1'
git add -A
git update-index --split-index
real=$(command -v git)
mkdir "$TMP/bin"
program=$(command -v git-sluice)

# with <command> <script> - a review with a git whose command is replaced; $* and $real are the call
with() {
	cat >"$TMP/bin/git" <<END
#!/bin/sh
real='$real'
case \$5 in
$1) $2 ;;
esac
exec "\$real" "\$@"
END
	chmod +x "$TMP/bin/git"
	echo "-- $1: $2"
	SLUICE_BACKEND=git PATH="$TMP/bin:$PATH" run "$program" review -q --only-rules="$RULES" 2>&1 |
		grep -v '^  *[0-9|]\|^$'
}

with diff-index ':'
with diff-index 'exit 1'
with diff-index 'kill -9 $$'
with diff-index '"$real" "$@" | head -c 150; exit 0'
with diff-index '"$real" "$@"; exit 3'
with diff-index 'echo fatal: the index is ill >&2; exit 128'
with diff-index 'printf "warning: nothing\n"; exec "$real" "$@"'
with cat-file 'exit 0'
with cat-file 'kill -9 $$'
with cat-file 'while read -r x; do echo "$x missing"; done; exit 0'
with cat-file 'while read -r x; do echo "nonsense"; done; exit 0'
with cat-file 'while read -r x; do echo "$(git rev-parse HEAD) blob 99999999999999"; done; exit 0'
with cat-file 'yes | tr -d "\n"'
with rev-parse 'exit 1'
with rev-parse 'echo sha1024; echo --end-of-this-answer; exit 0'
with rev-parse 'exit 0'
with config 'printf "local\0"; exit 0'
with config 'kill -9 $$'
