# Without id, without reason, expired, of another rule, in a string: none counts.
repo
commit start
put a.py 'dangerous(1)  # sluice: allow' \
	'dangerous(2)  # sluice: allow test-bad' \
	'dangerous(3)  # sluice: allow test-bad -- old until 2020-01-01' \
	'dangerous(4)  # sluice: allow test-risky -- another rule' \
	'dangerous("sluice: allow test-bad -- in a string")'
git add .
places
