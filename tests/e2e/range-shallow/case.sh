# The parents of a shallow commit are not here: refused with advice.
repo full
put a.py 'x = 1'
commit one
put a.py 'dangerous(2)'
commit two
cd ..
git clone -q --depth 1 "file://$TOP/full" shallow
cd shallow
sluice HEAD
