# A symlink's target is its text.
repo
commit start
ln -s "/keys/$(aws_key)" link
git add link
sluice
