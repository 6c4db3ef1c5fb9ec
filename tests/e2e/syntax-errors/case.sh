# A mistake that a compiler tolerates, or never sees, blinds no rule on syntax; a note says that it is there.
repo
commit start
cat >"$TMP/rules.yaml" <<'R'
rules:
  - id: test-call
    message: called
    severity: ERROR
    languages: [python, c, javascript, php, ruby]
    pattern: evil($X)
    metadata: {area: input-validation, confidence: HIGH, cwe: [CWE-78]}
R
put skipped.c '#if 0' ")}}{{(\" '" '#endif' 'void f(int a) { evil(a); }'
put macros.c '#define BEGIN {' '#define END }' 'void f(int a) BEGIN evil(a); END'
put printed.py 'print >>log, (1' 'def f(a):' '    evil(a)'
put tail.py 'def f(a):' '    evil(a)' ')))((('
put comment.js '<!-- ((( {{{' 'function f(a) { evil(a); }'
put halted.php '<?php' 'function f($a) { evil($a); }' '__halt_compiler(); ((({{{ "'
put end.rb '=begin' '((( {{{ "' '=end' 'def f(a)' '  evil(a)' 'end' '__END__' '((({{{"'
git add -A
sluice --only-rules="$TMP/rules.yaml" | grep -v '^ \|^$'
