# A submodule is a name and an id: what its address says is read as text, and nothing is fetched or run.
repo
server
put a.py 'x = 1'
commit start
push main
put .gitmodules '[submodule "s"]' '	path = s' '	url = ext::sh -c touch% executed' '	update = !touch executed'
git update-index --add --cacheinfo "160000,$(git rev-parse HEAD),s"
git add .gitmodules
put b.py 'dangerous(1)'
git add b.py
git commit -q -m submodule
push main
find "$TOP" "$TMP" -name executed
