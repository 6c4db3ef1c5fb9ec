# extensions.worktreeConfig: config.worktree counts, and the repository opens.
repo
put a.py 'x = 1'
commit start
git config core.repositoryFormatVersion 1
git config extensions.worktreeConfig true
git config --worktree sluice.failOn warn
put a.py 'x = 1' 'risky(2)'
git add a.py
sluice
git worktree add -q ../linked
cd ../linked
put a.py 'x = 1' 'risky(3)'
git add a.py
sluice
