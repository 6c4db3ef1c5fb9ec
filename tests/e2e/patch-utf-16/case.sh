# UTF-16 in a patch (git diff --text) cannot be read, and is not taken for clean.
repo
put a.py 1
commit start
printf 'dangerous(1)\nkey = "%s"\n' "$(aws_key)" | iconv -f UTF-8 -t UTF-16LE | { printf '\377\376'; cat; } >a.py
git diff --text >change.patch
sluice --patch change.patch
git diff >change.patch
sluice --patch change.patch
git commit -qam 'UTF-16'
printf 'dangerous(1)\nkey = "%s"\nrisky(1)\n' "$(aws_key)" | iconv -f UTF-8 -t UTF-16LE | { printf '\377\376'; cat; } >a.py
git diff --text -U0 >change.patch
sluice --patch change.patch
