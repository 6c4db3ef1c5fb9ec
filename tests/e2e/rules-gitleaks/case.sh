# Rules of gitleaks block, what their allowlists name does not, and what cannot be read of them is named.
repo
commit start
put a.py "$(printf 'key = "tok_%s"' q8Zr2Lm5Xw7Kp0Vd)" "$(printf 'key = "tok_%s"' aaaaaaaaaaaaaaaa)" \
	"$(printf 'key = "tok_%s"' q8Zr2Example5Xw7)" "$(printf 'old = "tok_%s" # a sample' w8Zr2Lm5Xw7Kp0Vd)"
put docs/a.py "$(printf 'key = "tok_%s"' q8Zr2Lm5Xw7Kp0Vd)"
put server.p12 x
put base.toml '[allowlist]' "paths = ['^docs/']" '[[rules]]' 'id = "tok"' 'description = "A token."' \
	"regex = '''[\\w.-]{0,50}?(?:key|old) = \"(tok_\\w{16})\"'''" 'keywords = ["tok_"]' 'entropy = 3' \
	'[[rules.allowlists]]' 'stopwords = ["example"]' \
	'[[rules]]' 'id = "by-path"' 'description = "A key store."' "path = '''\\.p12\$'''"
put rules.toml '[extend]' 'path = "base.toml"' '[[rules]]' 'id = "tok"' '[[rules.allowlists]]' \
	'regexTarget = "line"' "regexes = ['# a sample\$']" '[[rules]]' 'id = "odd"' "regex = 'x{3}'" 'magic = 1' \
	'[[rules]]' 'id = "bad"' "regex = '(x'"
git add a.py docs server.p12
run git-sluice review --only-rules=rules.toml
run git-sluice rules check rules.toml
put default.toml '[extend]' 'useDefault = true' '[[rules]]' 'id = "generic-api-key"' '[rules.allowlist]' 'stopwords = ["x"]'
run git-sluice rules check default.toml
put partial.toml '[[rules]]' 'id = "x"' 'regex = "y"' '[rules.allowlist]' 'authors = ["me"]'
run git-sluice rules check partial.toml
run git-sluice rules show x --only-rules=partial.toml
run git-sluice rules show by-path --only-rules=base.toml
