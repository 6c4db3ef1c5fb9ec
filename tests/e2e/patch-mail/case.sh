# git format-patch: mails with their messages.
repo
put a.py 'x = 1'
commit start
put a.py 'x = 1' 'dangerous(1)'
commit "bad

the key is $(aws_key)"
git format-patch -q --stdout HEAD~1 >"$TMP/mail"
sluice --patch "$TMP/mail"
