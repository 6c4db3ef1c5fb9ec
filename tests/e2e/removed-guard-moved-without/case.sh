# Two functions are moved within their file: one loses its guard on the way, the
# other keeps it although the lines between are edited.
repo
put a.py 'import x' '' '@login_required' 'def a():' '    return secret()' '' \
	'@login_required' '@route("/b")' 'def b():' '    return secret(2)' '' \
	'def c():' '    return 1' '' 'def d():' '    return 2' 'def e():' '    return 3'
commit start
put a.py 'import x' '' 'def c():' '    return 1' '' 'def d():' '    return 2' 'def e():' '    return 3' '' \
	'@login_required' '@route("/bb")' 'def b():' '    return secret(2)' '' \
	'def a():' '    return secret()'
git add .
sluice
