# A bare repository has no index and no work tree: ranges are reviewed, staging is refused.
repo work
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(2)'
commit two
git clone -q --bare . ../bare.git
cd ../bare.git
sluice HEAD~1..HEAD
sluice --staged
