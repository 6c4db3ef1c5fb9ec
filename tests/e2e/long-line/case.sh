# The column in a line of a megabyte.
repo
commit start
{ head -c 1000000 /dev/zero | tr '\0' 'x'; echo ' dangerous(1) tail'; } >a.py
git add .
sluice
