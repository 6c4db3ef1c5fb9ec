# Blanks, continued lines and comments between tokens hide nothing from rules on syntax, by their own words or by those
# that their author wrote.
repo
commit start
RULES=$TMP/rules.yaml
cat >"$RULES" <<'R'
rules:
  - id: call
    message: called
    severity: ERROR
    languages: [python, javascript]
    pattern: os.system($X)
    keywords: [os.system]
    metadata: {area: input-validation, confidence: HIGH}
  - id: find
    message: found
    severity: ERROR
    languages: [python, javascript]
    pattern: $A.find($X)
    keywords: ['find(']
    metadata: {area: input-validation, confidence: HIGH}
R
printf 'os . system (x)\n' >a.py
printf 'os.\\\n  system(x)\n' >b.py
printf 'y = (os\n  # a comment\n  .system(x))\n' >c.py
printf 'os/* a */./* b\n*/system(x)\n' >d.js
printf 'os\n  // a comment\n  .system(x)\n' >e.js
printf 'all.find  (x)\n' >f.js
printf 'os\n\014.system\013(x)\n' >g.js
printf 'x = 1\ros.system(x)\r' >h.py
git add .
places
