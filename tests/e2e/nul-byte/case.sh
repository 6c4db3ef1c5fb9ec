# A stray NUL does not make a source file binary.
repo
commit start
printf 'x = 1\n# \0 here\ndangerous(1)\n' >a.py
git add .
sluice
