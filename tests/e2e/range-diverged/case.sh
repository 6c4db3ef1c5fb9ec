# What only main gained is never blamed on the topic; nor what it lost.
repo
put a.py '@login_required' 'def f():' '    pass'
commit start
git checkout -q -b topic
put b.py 'x = 1'
commit topic
git checkout -q main
put a.py '@login_required' '@login_required' 'def f():' '    pass' 'dangerous(main)'
commit main
sluice main..topic
