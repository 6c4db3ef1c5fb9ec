# A check inside a function that stays.
repo
put a.py 'def f(user):' '    check_access(user)' '    return secret'
commit start
put a.py 'def f(user):' '    return secret'
git add .
sluice
