# A graft that cuts history off does not change what a commit is compared with.
repo
put a.py 'dangerous(1)'
commit one
put a.py 'dangerous(1)' 'dangerous(2)'
commit two
git rev-parse HEAD >.git/info/grafts
places HEAD
