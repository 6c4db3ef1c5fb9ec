# What is pushed has no say in whether an incomplete review stops it, before or after.
repo
server
put .sluiceconfig '[sluice]' '	onIncomplete = warn'
commit config
push main
put .sluiceconfig '[sluice]' '	requireSandbox = false'
commit config
push main
