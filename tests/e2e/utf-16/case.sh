# UTF-16 with BOM, both orders: lines as in any other file.
repo
commit start
printf 'x = 1\ndangerous(1)\nrisky(2)\n' | iconv -f UTF-8 -t UTF-16LE | { printf '\377\376'; cat; } >le.py
printf 'x = 1\ndangerous(1)\n' | iconv -f UTF-8 -t UTF-16BE | { printf '\376\377'; cat; } >be.py
printf 'x = 1\ndangerous(1)\n' | iconv -f UTF-8 -t UTF-16LE >nobom.py
git add .
places
