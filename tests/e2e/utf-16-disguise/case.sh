# A mark of UTF-16 before plain text, whose runs of ASCII other bytes break up.
repo
commit start
printf '\377\376\n#\351\nkey = "%s"\n#\351\n' "$(aws_key)" >env.txt
printf '\377\376\n#\351\ndangerous(1)\n#\351\n' >a.py
git add .
sluice
