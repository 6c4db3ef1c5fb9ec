# Attributes, in the push or on the server, hide nothing.
repo
server
put .gitattributes '*.py -diff' '*.ini binary'
put a.py 'dangerous(1)'
put a.ini "key = $(aws_key)"
commit bad
push main
