# HEAD on a commit, on a branch without commits, and on nothing that can be read.
repo
put a.py 'x = 1'
commit start
git checkout -q --detach
put a.py 'x = 1' 'dangerous(2)'
git add a.py
places
git symbolic-ref HEAD refs/heads/not-born
places
git symbolic-ref refs/heads/loop refs/heads/other
git symbolic-ref refs/heads/other refs/heads/loop
git symbolic-ref HEAD refs/heads/loop
sluice
echo 'garbage' >.git/HEAD
sluice
