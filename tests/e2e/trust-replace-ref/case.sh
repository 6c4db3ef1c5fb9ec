# A replacement that is pushed, before or together with the defect, hides nothing.
repo
server
put a.py 'x = 1'
commit start
push main
put a.py 'x = 1' 'safe(2)'
commit clean
clean=$(git rev-parse HEAD)
git reset -q --hard HEAD~1
put a.py 'x = 1' 'dangerous(2)'
commit defect
defect=$(git rev-parse HEAD)
git update-ref "refs/replace/$defect" "$clean"
export GIT_NO_REPLACE_OBJECTS=1
push main 'refs/replace/*:refs/replace/*'
git push -q origin "$clean:refs/heads/clean" 2>"$TMP/clean"
push 'refs/replace/*:refs/replace/*'
push main
