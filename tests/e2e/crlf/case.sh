# CRLF lines keep their numbers; changing only the line ends is no new defect.
repo
printf 'x = 1\r\ndangerous(1)\r\n' >a.py
printf 'dangerous(2)\n' >b.py
commit start
printf 'x = 1\r\ndangerous(1)\r\ndangerous(new)\r\n' >a.py
printf 'dangerous(2)\r\n' >b.py
git add .
sluice
