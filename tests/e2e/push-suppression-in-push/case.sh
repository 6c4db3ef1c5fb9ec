# A suppression that arrives in the push does not count and is reported,
# also when an earlier commit of the same push brought it.
repo
server
put a.py 'x = 1'
commit start
push main
put a.py '# sluice: allow test-bad -- trust me' 'x = 1'
commit comment
put a.py '# sluice: allow test-bad -- trust me' 'dangerous(1)'
commit bad
push main
