# What was not analysed is named in the short reports too: no silence for a
# file that a few control bytes turn into "binary".
repo
own_rules
put a.py 'safe(1)'
{
	printf '#\0'
	seq 60 | sed 's/.*/\x01\x02\x03\x04/' | tr -d '\n'
	printf '\ndangerous(1)\n'
} >b.dat
git add .
sluice
run git-sluice hook pre-commit 2>&1
put c.py 'risky(1)'
git add .
sluice
commit start
server
push main
