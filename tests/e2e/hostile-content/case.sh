# What is shown cannot steer the reader's terminal.
repo
commit start
printf 'dangerous("\033]0;title\007\033[2J") # \342\200\256 txet\n' >a.py
git add .
sluice
