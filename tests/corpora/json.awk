# json.awk - text between the quotes of a JSON string, unescaped; code points above 7F as they stand
function unescape(text,    out, at, sign) {
	out = ""
	while ((at = index(text, "\\"))) {
		sign = substr(text, at + 1, 1)
		out = out substr(text, 1, at - 1)
		if (sign == "n")
			out = out "\n"
		else if (sign == "t")
			out = out "\t"
		else if (sign == "r" || sign == "b" || sign == "f")
			out = out ""
		else if (sign == "u") {
			out = out code(substr(text, at + 2, 4))
			at += 4
		} else
			out = out sign
		text = substr(text, at + 2)
	}
	return out text
}

function code(digits,    i, value) {
	value = 0
	for (i = 1; i <= 4; i++)
		value = value * 16 + index("0123456789abcdef", tolower(substr(digits, i, 1))) - 1
	return value < 128 ? sprintf("%c", value) : "?"
}
