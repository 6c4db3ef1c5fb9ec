# What a notebook's cells say and printed is read as the text it is; line and column are the file's.
repo
cat >"$TMP/rules.yaml" <<'END'
rules:
  - id: test-below
    pattern-regex: 'password = \(\n\s*"(\w+)"'
    message: a password is in the repository
    severity: ERROR
    languages: [regex]
    diff: {window: 1}
    metadata: {area: secrets, confidence: HIGH, cwe: [CWE-798]}
END
notebook() { # <the password's line of the source> <what was printed>
	cat <<END
{
 "cells": [
  {
   "cell_type": "code",
   "outputs": [
    {
     "output_type": "stream",
     "text": $2
    }
   ],
   "source": [
    "password = (\n",
    $1
    ")"
   ]
  }
 ],
 "nbformat": 4
}
END
}
notebook '"\n",' '[]' >a.ipynb
git add a.ipynb
git commit -q -m start
notebook '"    \"opensesame\"\n",' '["1\n"]' >a.ipynb
git add a.ipynb
sluice --only-rules="$TMP/rules.yaml"
git config sluice.notebooks false
sluice --only-rules="$TMP/rules.yaml"
git config --unset sluice.notebooks
git commit -q -m source
notebook '"    \"opensesame\"\n",' "\"key:\\n\\t$(aws_key) password = (\\n\\\"openbarley\\\"\"" >a.ipynb
git add a.ipynb
sluice --only-rules="$TMP/rules.yaml"
git commit -q -m printed
notebook '"    \"opensesame\"\n", {' '[]' >a.ipynb
git add a.ipynb
sluice --only-rules="$TMP/rules.yaml"
