# generate.awk -v top=<directory> samples.txt - the trees before and after a change, and what is to be found in it
#
#	<top>/<when>/<cell>/<file>	when: before, after, merge, passing
#	<top>/expected			cell, sample, path, line:column or - for nowhere; tabs between
#
# A cell is a way for a secret to be in a change, or not. It holds all samples, each with a secret of its own, so that
# none is taken for another that moved.

function initialise(    i) {
	alphabet["{{sluice:"] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	alphabet["{{sluice-upper:"] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	alphabet["{{sluice-mixed:"] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	alphabet["{{sluice-hex:"] = "0123456789abcdef"
	alphabet["{{sluice-digits:"] = "0123456789"
	for (i = 0; i < 128; i++)
		code[sprintf("%c", i)] = i
}

# What is random in one cell of a sample hangs on their names alone, so that a new sample leaves the others as they are.
function start(text,    i) {
	state = 4711
	for (i = 1; i <= length(text); i++)
		state = (state * 31 + code[substr(text, i, 1)]) % 2147483647
	for (i = 0; i < 8; i++)
		random(2)
}

function random(n) {
	state = (state * 16807) % 2147483647
	return int(state / 7) % n
}

function xor(a, b,    out, bit) {
	for (bit = 1; a || b; bit *= 2) {
		if (a % 2 != b % 2)
			out += bit
		a = int(a / 2)
		b = int(b / 2)
	}
	return out + 0
}

# The CRC-32 of what stands behind the last '_', in six digits of base 62.
function checksum(text,    crc, i, k, digits, out) {
	sub(/.*_/, "", text)
	crc = 4294967295
	for (i = 1; i <= length(text); i++) {
		crc = xor(crc, code[substr(text, i, 1)])
		for (k = 0; k < 8; k++)
			crc = crc % 2 ? xor(int(crc / 2), 3988292384) : int(crc / 2)
	}
	crc = 4294967295 - crc
	digits = alphabet["{{sluice-mixed:"]
	for (i = 0; i < 6; i++) {
		out = substr(digits, crc % 62 + 1, 1) out
		crc = int(crc / 62)
	}
	return out
}

# The line with its place holders filled in; column is then where the finding begins, 0 if none does.
function fill(line,    at, rest, name, n, out) {
	out = ""
	column = 0
	while ((at = index(line, "{{"))) {
		out = out substr(line, 1, at - 1)
		rest = substr(line, at)
		line = substr(rest, index(rest, "}}") + 2)
		if (index(rest, "{{at}}") == 1) {
			column = length(out) + 1
		} else if (index(rest, "{{sluice-sum:crc32-base62}}") == 1) {
			out = out checksum(out)
		} else {
			name = substr(rest, 1, index(rest, ":"))
			if (!(name in alphabet)) {
				print "no place holder: " rest >"/dev/stderr"
				exit 1
			}
			for (n = substr(rest, length(name) + 1) + 0; n > 0; n--)
				out = out substr(alphabet[name], random(length(alphabet[name])) + 1, 1)
		}
	}
	return out line
}

# One sample with a secret of its own: lines in text and sign, the place in row and column.
function take(    i) {
	start(sample " " ++taken)
	row = 0
	for (i = 1; i <= nlines; i++) {
		text[i] = fill(substr(template[i], 2))
		sign[i] = substr(template[i], 1, 1)
		if (column) {
			row = i
			place = column
		}
	}
}

# All lines (with), or those that were there before.
function lines(with,    i, out) {
	out = ""
	for (i = 1; i <= nlines; i++)
		if (with || sign[i] == " ")
			out = out text[i] "\n"
	return out
}

function with_returns(content) {
	gsub(/\n/, "\r\n", content)
	return content
}

# Two spaces more before each line that holds the secret.
function indented(    i, out) {
	out = ""
	for (i = 1; i <= nlines; i++)
		out = out (sign[i] == "+" ? "  " : "") text[i] "\n"
	return out
}

# As lines(), but without the last line feed, and without what stands below the secret unless that belongs to it.
function cut(with,    i, last, out) {
	for (i = 1; i <= nlines; i++)
		if (sign[i] == "+" || sample ~ /^split-/)
			last = i
	out = ""
	for (i = 1; i <= last; i++)
		if (with || sign[i] == " ")
			out = out (out == "" ? "" : "\n") text[i]
	return out
}

# A line as it stands in a string of JSON.
function json(line) {
	gsub(/["\\]/, "\\\\&", line)
	gsub(/\t/, "\\t", line)
	return line
}

# All lines (with), or those that were there before, as a cell of a notebook: a line each, or all in one string.
# Leaves the secret's line and column there in notebook_row and notebook_place.
function notebook(with, printed,    i, n, before, out, last) {
	out = "{\n \"cells\": [\n  {\n   \"" (printed ? "text" : "source") "\": " (printed ? "\"" : "[\n")
	n = 4
	before = ""
	for (i = 1; i <= nlines; i++)
		if (with || sign[i] == " ")
			last = i
	for (i = 1; i <= last; i++) {
		if (!with && sign[i] != " ")
			continue
		n++
		if (i == row && printed) {
			notebook_row = 4
			notebook_place = length("   \"text\": \"" before json(substr(text[i], 1, place - 1))) + 1
		} else if (i == row) {
			notebook_row = n
			notebook_place = length("    \"" json(substr(text[i], 1, place - 1))) + 1
		}
		before = before json(text[i]) "\\n"
		out = out (printed ? json(text[i]) "\\n" : "    \"" json(text[i]) (i < last ? "\\n\",\n" : "\"\n"))
	}
	return out (printed ? "\"\n" : "   ]\n") "  }\n ],\n \"nbformat\": 4\n}\n"
}

# The same samples in notebooks; what is found by the name of its file is not.
function notebooks(    name, after) {
	name = file
	file = file ".ipynb"
	after = notebook(1, 0)
	cell("notebook", notebook(0, 0), after, own_path && !own_string ? "-" : notebook_row ":" notebook_place)
	after = notebook(1, 1)
	cell("printed", notebook(0, 1), after, own_path ? "-" : notebook_row ":" notebook_place)
	file = name
}

function put(when, where, content,    directory) {
	directory = top "/" when "/" where
	if (!(directory in made))
		system("mkdir -p " directory)
	made[directory] = 1
	printf "%s", content >(directory "/" file)
	close(directory "/" file)
}

# One more cell: what is there before, after, and where it is found ("-": nowhere).
function cell(name, before, after, where) {
	if (before != "")
		put("before", name, before)
	put("after", name, after)
	print name "\t" sample "\t" name "/" file "\t" where >(top "/expected")
	take()
}

function generate(    gap) {
	gap = "\n\n\n\n\n\n\n\n\n\n\n\n"
	take()
	cell("added", lines(0), lines(1), row ":" place)
	cell("nodiff", lines(0), lines(1), row ":" place)
	cell("binary", lines(0), lines(1), row ":" place)
	cell("utf-16le", lines(0), lines(1), row ":" place)
	cell("utf-16be", lines(0), lines(1), row ":" place)
	cell("crlf", with_returns(lines(0)), with_returns(lines(1)), row ":" place)
	cell("no-newline", cut(0), cut(1), row ":" place)
	cell("base64", "", lines(1), "1:1")
	cell("context", lines(1), "\n" lines(1) "\n", "-")
	cell("removed", lines(1), lines(0), "-")
	cell("indented", lines(1), indented(), "-")
	cell("moved", lines(1) gap lines(0), lines(0) gap lines(1), "-")
	put("before", "from", lines(1))
	put("after", "from", lines(0))
	cell("to", lines(0), lines(1), "-")
	put("before", "old", lines(1))
	cell("new", "", lines(1) "\n", "-")
	put("merge", "merged", lines(1))
	cell("merged", lines(0), lines(0), row ":" place)
	put("passing", "passing", lines(1))
	cell("passing", lines(0), lines(0), row ":" place)
	notebooks()
}

BEGIN { initialise() }
/^#/ || /^$/ { next }
/^== / {
	if (nlines)
		generate()
	sample = $2
	file = $3
	own_path = $4 == "own-path" || $4 == "own-path-or-string"
	own_string = $4 == "own-path-or-string"
	nlines = taken = 0
	next
}
{ template[++nlines] = $0 }
END { generate() }
