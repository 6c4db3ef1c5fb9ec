# Renamed from where a rule does not read it: all of it is new to that rule.
repo
put notes.txt 1 2 3 4 5 6 7 8 9 'dangerous(1)'
put vendor/v.py 1 2 3 4 5 6 7 8 'dangerous(2)'
commit start
git config sluice.path.vendor/.action off
git mv notes.txt notes.py
git mv vendor/v.py v.py
places
