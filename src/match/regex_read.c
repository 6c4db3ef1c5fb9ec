#include "match/regex_read.h"

#include "base/ascii.h"

static const struct item item_end = {.kind = ITEM_END};
static const struct item item_open = {.kind = ITEM_OPEN};
static const struct item item_any = {.kind = ITEM_ANY};
static const struct item item_nothing = {.kind = ITEM_NOTHING};
static const struct item item_unknown = {.kind = ITEM_UNKNOWN};

static struct item
item_byte(char c)
{
	return (struct item){.kind = ITEM_BYTES, .bytes = {ascii_lower(c)}, .nbytes = 1};
}

/* The byte `ahead` places on, or NUL behind the end. */
static char
peek(const struct regex_reader *r, size_t ahead)
{
	return ahead < r->pattern.len - r->at ? r->pattern.ptr[r->at + ahead] : '\0';
}

static bool
at_end(const struct regex_reader *r)
{
	return r->at >= r->pattern.len;
}

static bool
looking_at(const struct regex_reader *r, const char *s)
{
	return slice_starts(slice_sub(r->pattern, r->at, r->pattern.len), s);
}

/* Moves behind the next `end`; false if there is none. */
static bool
skip_past(struct regex_reader *r, char end)
{
	size_t found = slice_chr(slice_sub(r->pattern, r->at, r->pattern.len), end);

	if (found == (size_t)-1)
		return false;
	r->at += found + 1;
	return true;
}

/* --- escapes --- */

/* Up to `most` digits of a base; the value wraps above a byte, which PCRE2 refuses. */
static unsigned
read_digits(struct regex_reader *r, int base, unsigned most)
{
	unsigned value = 0;

	for (unsigned i = 0; i < most && !at_end(r); i++, r->at++) {
		int digit = ascii_hex_value(peek(r, 0));
		if (digit < 0 || digit >= base)
			break;
		value = (value * (unsigned)base + (unsigned)digit) & 0xffff;
	}
	return value;
}

/* \x{41} \o{101}, behind the letter. */
static struct item
read_braced_code(struct regex_reader *r, int base)
{
	if (peek(r, 0) != '{')
		return item_unknown;
	r->at++;
	unsigned value = read_digits(r, base, 8);
	if (peek(r, 0) != '}' || value > 255)
		return item_unknown;
	r->at++;
	return item_byte((char)(unsigned char)value);
}

/* \g{1} \g<name> \g'name' \g-1 \k{name}, behind the letter: some text or none. */
static struct item
read_reference(struct regex_reader *r)
{
	char open = peek(r, 0);

	if (open == '{' || open == '<' || open == '\'') {
		r->at++;
		return skip_past(r, open == '{' ? '}' : open == '<' ? '>' : '\'') ? item_any : item_unknown;
	}
	if (open == '+' || open == '-')
		r->at++;
	if (!ascii_is_digit(peek(r, 0)))
		return item_unknown;
	while (ascii_is_digit(peek(r, 0)))
		r->at++;
	return item_any;
}

/* \p{L} \pL, behind the letter. */
static struct item
read_property(struct regex_reader *r)
{
	if (peek(r, 0) == '{')
		return skip_past(r, '}') ? item_any : item_unknown;
	if (!ascii_is_alpha(peek(r, 0)))
		return item_unknown;
	r->at++;
	return item_any;
}

static struct item
read_control(struct regex_reader *r)
{
	char c = peek(r, 0);

	if (c < ' ' || c > '~')
		return item_unknown;
	r->at++;
	return item_byte((char)((c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c) ^ 0x40));
}

/* The letters that mean one byte. */
static bool
control_letter(char c, char *byte)
{
	static const char letters[] = "aefnrt", bytes[] = "\a\x1b\f\n\r\t";
	const char *at = c ? strchr(letters, c) : NULL;

	if (at)
		*byte = bytes[at - letters];
	return at != NULL;
}

/* Behind the backslash. \Q and \E are the caller's. */
static struct item
read_escape(struct regex_reader *r, bool in_class)
{
	char c = peek(r, 0), byte;

	if (at_end(r))
		return item_unknown;
	r->at++;
	if (control_letter(c, &byte))
		return item_byte(byte);
	if (!ascii_is_alnum(c))
		return item_byte(c);
	if (strchr("dDhHsSvVwWN", c)) /* \N{...} is refused in byte mode */
		return c == 'N' && peek(r, 0) == '{' ? item_unknown : item_any;
	if (c == 'x' && peek(r, 0) != '{')
		return item_byte((char)(unsigned char)read_digits(r, 16, 2));
	if (c == 'x' || c == 'o')
		return read_braced_code(r, c == 'x' ? 16 : 8);
	if (c == '0')
		return item_byte((char)(unsigned char)read_digits(r, 8, 2));
	if (c == 'c')
		return read_control(r);
	if (c == 'p' || c == 'P')
		return read_property(r);
	if (in_class)
		return c == 'b' ? item_byte('\b') : item_unknown;
	if (strchr("AbBGzZ", c))
		return item_nothing;
	if (c == 'R' || c == 'X')
		return item_any;
	if (c == 'g' || c == 'k')
		return read_reference(r);
	if (ascii_is_digit(c)) {
		while (ascii_is_digit(peek(r, 0)))
			r->at++;
		return item_any;
	}
	return item_unknown; /* \K \C \E \L ... */
}

/* --- classes --- */

struct byte_set {
	bool has[256];
	bool large; /* holds a class such as \w */
};

/* [:alpha:] at the reader's place, which is behind its '['. */
static bool
skip_posix(struct regex_reader *r)
{
	size_t i = 1;

	if (peek(r, 0) != ':')
		return false;
	while (ascii_is_alpha(peek(r, i)) || peek(r, i) == '^')
		i++;
	if (peek(r, i) != ':' || peek(r, i + 1) != ']')
		return false;
	r->at += i + 2;
	return true;
}

/* One member; false for what is not known. `*byte` is its value unless it is large. */
static bool
read_member(struct regex_reader *r, bool *large, char *byte)
{
	char c = peek(r, 0);
	struct item item;

	*large = false;
	r->at++;
	if (c == '[' && skip_posix(r)) {
		*large = true;
		return true;
	}
	if (c == '[' && (peek(r, 0) == '.' || peek(r, 0) == '=' || peek(r, 0) == ':'))
		return false;
	if (c != '\\') {
		*byte = c;
		return true;
	}
	if (peek(r, 0) == 'Q' || peek(r, 0) == 'E')
		return false;
	item = read_escape(r, true);
	*large = item.kind == ITEM_ANY;
	*byte = item.bytes[0];
	return item.kind == ITEM_ANY || item.kind == ITEM_BYTES;
}

static struct item
item_of_set(const struct byte_set *set, bool negated)
{
	struct item item = {.kind = ITEM_BYTES};

	if (negated || set->large)
		return item_any;
	for (unsigned b = 0; b < 256; b++) {
		if (!set->has[b])
			continue;
		if (item.nbytes == ITEM_BYTES_MAX)
			return item_any;
		item.bytes[item.nbytes++] = (char)(unsigned char)b;
	}
	return item.nbytes > 0 ? item : item_unknown;
}

/* Behind the '['. */
static struct item
read_class(struct regex_reader *r)
{
	struct byte_set set = {0};
	bool negated = peek(r, 0) == '^', first = true, large;
	char byte;

	r->at += negated;
	for (; !at_end(r); first = false) {
		if (peek(r, 0) == ']' && !first) {
			r->at++;
			return item_of_set(&set, negated);
		}
		if (!read_member(r, &large, &byte))
			return item_unknown;
		set.large |= large;
		if (!large)
			set.has[(unsigned char)ascii_lower(byte)] = true;
		if (peek(r, 0) == '-' && peek(r, 1) != ']') {
			r->at++;
			if (at_end(r) || !read_member(r, &large, &byte))
				return item_unknown;
			set.large = true; /* nearly every range is longer than what is of use */
		}
	}
	return item_unknown;
}

/* --- groups --- */

/* Behind "(?" of flags such as (?i) or (?x-i: - the caller has seen that no other form begins so. */
static struct item
read_flags(struct regex_reader *r)
{
	bool on = true, extended = r->extended;
	char c;

	for (; (c = peek(r, 0)) != ')' && c != ':'; r->at++) {
		if (c == '\0' || !strchr("imsxnJU^-", c))
			return item_unknown;
		if (c == 'x' && peek(r, 1) == 'x')
			return item_unknown; /* also changes classes */
		on = c == '-' ? false : on;
		extended = c == 'x' ? on : c == '^' ? false : extended;
	}
	r->at++;
	r->extended = extended;
	return c == ':' ? item_open : item_nothing;
}

static struct item
read_named(struct regex_reader *r, size_t skip, char end)
{
	r->at += skip;
	return skip_past(r, end) ? item_open : item_unknown;
}

/* Behind the '('. Flags set within the group are forgotten by the caller at its end. */
static struct item
read_open(struct regex_reader *r)
{
	static const char *const lookarounds[] = {"?=", "?!", "?<=", "?<!", "?*", "?<*"};

	if (peek(r, 0) == '*')
		return item_unknown;
	if (peek(r, 0) != '?')
		return item_open;
	for (size_t i = 0; i < sizeof(lookarounds) / sizeof(lookarounds[0]); i++)
		if (looking_at(r, lookarounds[i])) {
			r->at += strlen(lookarounds[i]);
			return (struct item){.kind = ITEM_LOOK};
		}
	switch (peek(r, 1)) {
	case ':':
	case '|':
	case '>':
		r->at += 2;
		return item_open;
	case '<':
		return read_named(r, 2, '>');
	case '\'':
		return read_named(r, 2, '\'');
	case 'P':
		if (peek(r, 2) == '<')
			return read_named(r, 3, '>');
		return (peek(r, 2) == '=' || peek(r, 2) == '>') && skip_past(r, ')') ? item_any
										     : item_unknown;
	case '&':
	case 'R':
		return skip_past(r, ')') ? item_any : item_unknown;
	default:
		break;
	}
	r->at++;
	if (ascii_is_digit(peek(r, 0)) ||
	    ((peek(r, 0) == '+' || peek(r, 0) == '-') && ascii_is_digit(peek(r, 1))))
		return skip_past(r, ')') ? item_any : item_unknown;
	return read_flags(r);
}

/* --- what is skipped --- */

static bool
skip_comment(struct regex_reader *r)
{
	if (looking_at(r, "(?#"))
		return skip_past(r, ')');
	if (!r->extended)
		return false;
	if (peek(r, 0) == '#') {
		while (!at_end(r) && peek(r, 0) != '\n' && peek(r, 0) != '\r')
			r->at++;
		return true;
	}
	if (!at_end(r) && ascii_is_space(peek(r, 0))) {
		r->at++;
		return true;
	}
	return false;
}

/* Comments, white space under (?x), \E and empty quotations: they may also stand before a quantifier. */
static void
skip_ignored(struct regex_reader *r)
{
	for (;;) {
		if (looking_at(r, "\\E")) {
			r->at += 2;
			r->quoted = false;
		} else if (r->quoted)
			return;
		else if (looking_at(r, "\\Q\\E"))
			r->at += 4;
		else if (!skip_comment(r))
			return;
	}
}

/* --- quantifiers --- */

static unsigned
read_count(struct regex_reader *r)
{
	unsigned value = 0;

	for (; ascii_is_digit(peek(r, 0)); r->at++)
		value = value < 100000 ? value * 10 + (unsigned)(peek(r, 0) - '0') : value;
	return value;
}

/* {n} {n,} {n,m} at the reader's place; 0: a brace like any other byte, -1: depends on the version. */
static int
read_braces(struct regex_reader *r, unsigned *min, unsigned *max)
{
	size_t begin = r->at, close = begin + 1;

	while (close < r->pattern.len && strchr("0123456789, \t", r->pattern.ptr[close]) &&
	       r->pattern.ptr[close])
		close++;
	if (close >= r->pattern.len || r->pattern.ptr[close] != '}' || close == begin + 1)
		return 0;
	r->at++;
	if (!ascii_is_digit(peek(r, 0)))
		return -1;
	*min = *max = read_count(r);
	if (peek(r, 0) == ',') {
		r->at++;
		*max = ascii_is_digit(peek(r, 0)) ? read_count(r) : REPEAT_MAX;
	}
	if (r->at != close)
		return -1;
	r->at++;
	return 1;
}

/* Behind a '{' that should have been a plain one. */
static bool
is_brace_quantifier(const struct regex_reader *r)
{
	struct regex_reader ahead = *r;
	unsigned min, max;

	ahead.at--;
	return read_braces(&ahead, &min, &max) != 0;
}

struct item
regex_read_item(struct regex_reader *r)
{
	skip_ignored(r);
	if (at_end(r))
		return item_end;
	if (!r->quoted && looking_at(r, "\\Q")) {
		r->at += 2;
		r->quoted = true;
		skip_ignored(r);
		if (at_end(r))
			return item_end;
	}
	char c = r->pattern.ptr[r->at++];
	if (r->quoted)
		return item_byte(c);
	if (r->extended && c == '\x85')
		return item_unknown; /* NEL, white space to some builds of PCRE2 */
	switch (c) {
	case '\\':
		return read_escape(r, false);
	case '[':
		return read_class(r);
	case '(':
		return read_open(r);
	case ')':
		return (struct item){.kind = ITEM_CLOSE};
	case '|':
		return (struct item){.kind = ITEM_OR};
	case '.':
		return item_any;
	case '^':
	case '$':
		return item_nothing;
	case '*':
	case '+':
	case '?':
		return item_unknown; /* repeats nothing, or what is repeated already */
	case '{':
		return is_brace_quantifier(r) ? item_unknown : item_byte(c);
	default:
		return item_byte(c);
	}
}

bool
regex_read_quantifier(struct regex_reader *r, unsigned *min, unsigned *max)
{
	int braces = 1;

	*min = *max = 1;
	skip_ignored(r);
	if (r->quoted || at_end(r))
		return true;
	switch (peek(r, 0)) {
	case '*':
	case '+':
	case '?':
		*min = peek(r, 0) == '+';
		*max = peek(r, 0) == '?' ? 1 : REPEAT_MAX;
		r->at++;
		break;
	case '{':
		braces = read_braces(r, min, max);
		break;
	default:
		return true;
	}
	if (braces <= 0)
		return braces == 0;
	if (peek(r, 0) == '?' || peek(r, 0) == '+') /* lazy, possessive */
		r->at++;
	return *max >= *min;
}
