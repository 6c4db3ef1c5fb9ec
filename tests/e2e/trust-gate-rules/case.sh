# Lines that weaken the gate are reported when they arrive, by the shipped rules.
repo
put a.py 'x = 1'
commit start
put .sluiceconfig '[sluice]' '	baseline = .sluice-baseline' '[sluice "rule.x"]' '	action = off'
put .sluice-baseline '# git-sluice baseline: findings that are known and not reported.' \
	'be2ece1a3b1790df883571e04576d480 python-eval-dynamic a.py'
put a.py 'x = 1  # sluice: allow python-eval-dynamic -- for later'
git add .
run git-sluice review -q | sed -n 's/: warning: .*\[/: warning: [/p'
