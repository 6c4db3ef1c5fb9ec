# The self test: annotations that hold, that are missed, and that are hit in error.
put r.yaml 'rules:' '- id: demo' '  pattern-regex: bad' '  message: m' '  severity: ERROR' '  languages: [python]'
put r.py '# ruleid: demo' 'bad' '# ok: demo' 'good'
run git-sluice rules test r.yaml
put r.py '# ruleid: demo' 'good' '# ok: demo' 'bad'
run git-sluice rules test r.yaml
rm r.py
run git-sluice rules test r.yaml
