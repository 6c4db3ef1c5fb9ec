# A branch of the pusher's own, with a configuration, a suppression or a
# baseline that lets everything through, vouches for nothing.
repo
server
put a.py 'x = 1'
commit start
push main
git checkout -q -b mine
put .sluiceconfig '[sluice "path.**"]' '	action = off'
put a.py '# sluice: allow test-bad -- trust me' 'x = 1'
commit config
push mine
put a.py '# sluice: allow test-bad -- trust me' 'dangerous(1)'
commit bad
push mine
push mine:main
