#!/bin/sh
# gosec.sh FROM OUT - gosec's samples: Go sources in strings, each with the number of its bad lines
set -eu
for samples in "$1"/testutils/g[0-9]*_samples.go; do
	awk -v out="$2" -v rule="$(basename "$samples" _samples.go)" '
	BEGIN {
		# Its number of a check: the CWE that its manual names.
		split("g101 798 g102 200 g103 242 g104 703 g106 322 g107 918 g108 489 g109 190 g110 409 g111 22 g112 400 " \
		      "g114 400 g115 190 g116 1007 g117 499 g119 200 g120 400 g121 942 g122 367 g123 295 g124 614 g201 89 " \
		      "g202 89 g203 79 g204 78 g301 276 g302 276 g303 377 g304 22 g305 22 g306 276 g307 276 g401 328 " \
		      "g402 295 g403 326 g404 338 g405 327 g406 328 g407 1204 g408 295 g501 328 g502 327 g503 327 g504 327 " \
		      "g505 328 g506 328 g507 328 g701 89 g702 78 g703 22 g704 918 g705 79 g706 117 g708 94 g709 502", pair, " ")
		for (i = 1; i in pair; i += 2)
			cwe[pair[i]] = pair[i + 1]
		if (!(rule in cwe))
			exit
	}

	# The count that ends a sample decides about all files of it.
	function finish(wanted,    i) {
		for (i = 1; i <= files; i++)
			printf "%s\t-\t%s\tgo\t%s\t1\t99999\t%d\t-\n", wanted ? "bad" : "good", cwe[rule], name[i], wanted ? wanted : 1
		files = 0
	}

	{
		line = $0
		while (1) {
			at = index(line, "`")
			if (inside) {
				printf "%s", (at ? substr(line, 1, at - 1) : line) >path
				if (!at) {
					print "" >path
					break
				}
				print "" >path
				close(path)
				inside = 0
			} else {
				if (match(line, /\}, *[0-9]+, *gosec\.NewConfig/) && (!at || RSTART < at)) {
					wanted = substr(line, RSTART + 2)
					finish(wanted + 0)
				}
				if (!at)
					break
				name[++files] = rule "_" ++number ".go"
				path = out "/" name[files]
				inside = 1
			}
			line = substr(line, at + 1)
		}
	}' "$samples"
done
