# A push of a root commit under the pre-commit framework names no range.
repo
own_rules
put a.py 'dangerous(1)'
commit root
export PRE_COMMIT=1 PRE_COMMIT_LOCAL_BRANCH=refs/heads/main PRE_COMMIT_REMOTE_BRANCH=refs/heads/main
run git-sluice hook pre-push origin url
