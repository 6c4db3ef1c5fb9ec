# Inside a submodule .git is a file.
repo inner
put a.py 'x = 1'
commit inner
cd ..
repo outer
commit start
git submodule --quiet add ../inner inner 2>/dev/null
cd inner
put a.py 'dangerous(1)'
git add a.py
sluice
