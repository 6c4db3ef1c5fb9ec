# A suppression that stood in the target branch counts.
repo
server
put a.py '# sluice: allow test-bad -- reviewed by us' 'x = 1'
commit start
push main
put a.py '# sluice: allow test-bad -- reviewed by us' 'dangerous(1)'
commit use
push main
