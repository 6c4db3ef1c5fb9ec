# What is stored is reviewed, not what a replacement shows in its place.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'safe(2)'
commit clean
clean=$(git rev-parse HEAD)
git reset -q --hard HEAD~1
put a.py 'x = 1' 'dangerous(2)'
commit defect
git replace "$(git rev-parse HEAD:a.py)" "$(git rev-parse "$clean:a.py")"
git show -s --format=%s
git show HEAD:a.py
places HEAD
git replace -f "$(git rev-parse HEAD)" "$clean"
git log --format=%s
places HEAD
