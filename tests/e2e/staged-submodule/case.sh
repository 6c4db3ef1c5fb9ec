# A submodule entry is no text; the file beside it is reviewed.
repo inner
put a.py 'dangerous(inner)'
commit inner
cd ..
repo outer
commit start
git submodule --quiet add ../inner inner 2>/dev/null
put b.py 'dangerous(outer)'
git add .
run git-sluice review --only-rules="$RULES"
