# The pre-commit framework names the range of a push in the environment.
repo
own_rules
put a.py 'x = 1'
commit start
put a.py 'dangerous(1)'
commit bad
export PRE_COMMIT=1 PRE_COMMIT_FROM_REF=HEAD~1 PRE_COMMIT_TO_REF=HEAD
run git-sluice hook pre-push origin url
