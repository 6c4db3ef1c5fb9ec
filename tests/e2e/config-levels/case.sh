# rule over path over area over severity.
repo
commit start
put a.py 'dangerous(1)'
put tests/b.py 'dangerous(2)'
git add .
git config sluice.severity.error.action warn
places
git config sluice.area.input-validation.action block
places
git config 'sluice.path.tests/**.action' warn
places
git config sluice.rule.test-bad.action warn
places
