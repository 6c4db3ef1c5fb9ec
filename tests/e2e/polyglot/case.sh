# Bytes that look like a picture, or like none of text, do not hide what is run all the same.
git-sluice version --build-options | grep -q tree-sitter || {
	echo 'built without grammars'
	exit 77
}
repo
commit start
picture() { printf 'GIF89a\0\0\0\1\2\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\n'; }
{ picture && echo '<?php dangerous($_GET["c"]);'; } >a.php
{ picture && echo '<?php dangerous($_GET["c"]);'; } >a.gif
{ echo '#!/bin/sh' && picture && echo 'dangerous'; } >run
{ printf 'PK\3\4' && head -c 100 /dev/zero && echo 'dangerous(1)'; } >a.py
git add .
RULES=$TMP/rules.yaml
cat >"$RULES" <<'R'
rules:
  - id: word
    message: a word
    severity: ERROR
    languages: [php, bash, python]
    pattern-regex: 'dangerous'
    metadata: {area: comments, confidence: HIGH}
R
places
git-sluice review --only-rules="$RULES" | grep -E 'skipped|binary'
git diff --cached --binary | run git-sluice review --only-rules="$RULES" --patch=- | grep -A4 skipped
git diff --cached --text | run git-sluice review -q --only-rules="$RULES" --patch=-
