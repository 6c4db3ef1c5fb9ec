# Rule files, hooks and configuration in what is pushed are text like any other.
repo
server
put a.py 'x = 1'
commit start
push main
put rules.yaml 'rules: []'
put rules/test.yaml 'rules: [{id: test-bad, message: m, severity: INFO, languages: [regex], pattern-regex: nothing}]'
put .git-sluice/config '[sluice "rule.test-bad"]' '	action = off'
put .githooks/pre-receive '#!/bin/sh' 'exit 0'
put .gitconfig '[sluice "rule.test-bad"]' '	action = off'
put config '[sluice "rule.test-bad"]' '	action = off'
put .gitattributes '* -diff -text binary filter=x diff=x merge=x sluice=off'
put .mailmap 'Nobody <author@example.com>'
put b.py 'dangerous(1)'
commit two
push main
