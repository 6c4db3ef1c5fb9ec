# A push may ask not to be reviewed where the server keeps a log of that, and only there.
repo
server
git --git-dir="$TMP/server.git" config receive.advertisePushOptions true
put a.py 'x = 1'
commit start
push main
put a.py 'x = 1' 'dangerous(2)'
commit two
put .sluiceconfig '[sluice]' '	skipLog = skips'
git add .sluiceconfig
git commit -q -m three
push -o 'sluice.skip=because' main
git reset -q --hard HEAD~1
git --git-dir="$TMP/server.git" config sluice.skipLog "$TMP/missing/skips"
push -o 'sluice.skip=because' main
git --git-dir="$TMP/server.git" config sluice.skipLog skips
push -o 'sluice.skip' main
push -o 'sluice.skips=no' main
git branch other
push -o 'quiet' -o "$(printf 'sluice.skip=hotfix,\treviewed by hand \033[31m')" main other
sed 's/^[-0-9T:Z]*	[^	]*	/@TIME@ @USER@ /' "$TMP/server.git/skips"
put a.py 'x = 1' 'dangerous(3)'
commit four
push main
