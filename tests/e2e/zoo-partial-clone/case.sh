# A promised object is not here: the review says so and is incomplete, and nothing is fetched.
repo full
git config uploadpack.allowFilter true
put a.py 'x = 1'
put b.py 'y = 1'
commit one
put a.py 'x = 1' 'dangerous(2)'
commit two
cd ..
git clone -q --no-checkout --filter=blob:none "file://$TOP/full" partial
cd partial
missing() { git rev-list --objects --all --missing=print | grep -c '^?'; }
missing
sluice HEAD
missing
git config core.repositoryFormatVersion 1
git config extensions.partialClone origin
sluice HEAD
missing
git cat-file -e HEAD:a.py
git cat-file -e HEAD~1:a.py
places HEAD
missing
# No tree either.
cd ..
git clone -q --no-checkout --filter=tree:0 "file://$TOP/full" treeless
cd treeless
sluice HEAD
