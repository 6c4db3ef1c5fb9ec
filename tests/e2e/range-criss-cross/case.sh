# Several merge bases: one is taken, and the topic's own line is found.
repo
put a.py 'x = 1'
commit start
git checkout -q -b topic
put b.py 'x = 1'
commit topic
git checkout -q main
put c.py 'x = 1'
commit main
git branch old-main
git merge -q -m cross1 topic
git checkout -q topic
git merge -q -m cross2 old-main
put d.py 'dangerous(topic)'
commit bad
places main..topic
