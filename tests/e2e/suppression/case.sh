# With id and reason, on the line or above it; the new comments are reported.
repo
commit start
put a.py 'dangerous(1)  # sluice: allow test-bad -- input is a constant' \
	'# sluice: allow test-bad -- checked in review' 'dangerous(2)' 'dangerous(3)'
git add .
sluice
