# Functions go to another file: one with its guard, one without; one changes its decorators' order.
repo
put a.py 'import x' '' '@login_required' 'def a(request):' '    return secret(request)' '' \
	'@login_required' 'def b(request, key):' '    return secret(key)' '' \
	'@route("/c")' '@login_required' 'def c():' '    return secret(3)'
put z.py '@login_required' 'def z(key):' '    return secret(key, 4)'
put b.py 'import x' '' 'def d():' '    return 1'
commit start
put a.py 'import x' '' '@login_required' '@route("/c")' 'def c():' '    return secret(3)'
rm z.py
put b.py 'import x' '' 'def d():' '    return 1' '' \
	'@login_required' 'def a(request):' '    return secret(request)' '' \
	'def b(request, key):' '    return secret(key)' '' 'def z(key):' '    return secret(key, 4)'
git add -A
sluice
