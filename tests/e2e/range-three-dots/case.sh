repo
put a.py 'x = 1'
commit start
git checkout -q -b topic
put b.py 'dangerous(topic)'
commit topic
git checkout -q main
put c.py 'dangerous(main)'
commit main
places main...topic
places ...topic
places main..
