# A pack of somebody else's: one rule of each outcome, and files that cannot be read, which end nothing.
rule() { # <id> <languages> <line>...
	printf '%s\n' "- id: $1" '  message: m' '  severity: ERROR' "  languages: $2"
	shift 2
	printf '  %s\n' "$@"
}
mkdir pack
{
	echo rules:
	rule holds '[python]' 'pattern-regex: bad'
	rule breaks '[python, ruby]' 'pattern-regex: bad'
	rule bare '[regex]' 'pattern-regex: bad'
	rule joined '[go]' 'mode: join'
	rule elsewhere '[apex]' 'pattern: bad'
} >pack/a.yaml
put pack/a.py '# ruleid: holds' 'bad' '# ok: holds, breaks' 'good' '# ruleid: breaks' 'fine' '# todoruleid: breaks' 'bad?'
put pack/a.rb 'worse  # ruleid: breaks' 'bad'
{
	echo rules:
	rule joined-too '[go]' 'mode: join'
	rule no-ok '[go]' 'pattern-regex: bad'
	rule no-regex '[go]' 'pattern-regex: "("'
} >pack/b.yaml
put pack/b.go '// ruleid: no-ok' 'bad' '// ok: stray' 'x'
put pack/b.fixed.go '// ruleid: no-such-rule' 'bad'
put pack/c.yaml 'rules: 5'
put pack/d.yml 'no: rules'
run git-sluice rules test pack
run git-sluice rules test --tap pack
run git-sluice rules test --summary pack
# Nothing could be read.
run git-sluice rules test pack/c.yaml
run git-sluice rules test nowhere
mkdir empty
run git-sluice rules test empty
