/*
 * dialect_place.c - where a hole of a pattern stands, by the characters round it
 *
 * The innermost bracket that is open there, and its head, which is the text
 * before the bracket back to where the statement begins, say what may stand there:
 *
 *	class A extends B { ... }       head "class A extends B", a member
 *	new T(a) { ... }                head "new T(a)", a value's own
 *	if (a) { ... }                  head "if (a)", a statement
 *	$R $M(..., int $X) { ... }      head "$R $M", and '{' behind ')': a parameter
 *	@A(..., b = 1)                  head "@A", and '=' within: an argument with a name
 *
 * It is a guess: pattern_read.c tries the other forms when it does not parse.
 */
#include "base/ascii.h"
#include "syntax/dialect.h"

static bool
is_word_char(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '$';
}

static char
last_char(struct slice s)
{
	s = slice_trim(s);
	return s.len > 0 ? s.ptr[s.len - 1] : '\0';
}

static char
first_char(struct slice s)
{
	s = slice_trim(s);
	return s.len > 0 ? s.ptr[0] : '\0';
}

/* The place of the innermost bracket that is open at `at`, or SIZE_MAX. */
static size_t
open_bracket(struct slice all, size_t at)
{
	unsigned closed = 0;

	while (at-- > 0) {
		char c = all.ptr[at];
		if (c == ')' || c == ']' || c == '}')
			closed++;
		else if ((c == '(' || c == '[' || c == '{') && closed-- == 0)
			return at;
	}
	return SIZE_MAX;
}

/* The place of the bracket that closes the one at `open`, or the end. */
static size_t
closing_bracket(struct slice all, size_t open)
{
	unsigned depth = 0;
	size_t at = open;

	for (; at < all.len; at++) {
		char c = all.ptr[at];
		if (c == '(' || c == '[' || c == '{')
			depth++;
		else if ((c == ')' || c == ']' || c == '}') && --depth == 0)
			break;
	}
	return at;
}

/* What stands before a bracket, back to the beginning of its statement. */
static struct slice
head_of(struct slice all, size_t bracket)
{
	unsigned closed = 0;
	size_t at = bracket;

	for (; at > 0; at--) {
		char c = all.ptr[at - 1];
		if (c == ')' || c == ']')
			closed++;
		else if ((c == '(' || c == '[') && closed-- == 0)
			break;
		else if (closed == 0 && (c == ';' || c == '{' || c == '}'))
			break;
	}
	return slice_trim(slice_sub(all, at, bracket));
}

/* The next word outside brackets. */
static bool
next_word(struct slice *rest, struct slice *word)
{
	unsigned depth = 0;
	size_t at = 0, end;

	for (; at < rest->len && (depth > 0 || !is_word_char(rest->ptr[at])); at++) {
		char c = rest->ptr[at];
		depth += c == '(' || c == '[';
		depth -= depth > 0 && (c == ')' || c == ']');
	}
	for (end = at; end < rest->len && is_word_char(rest->ptr[end]); end++)
		;
	*word = slice_sub(*rest, at, end);
	*rest = slice_sub(*rest, end, rest->len);
	return word->len > 0;
}

static bool
is_one_of(struct slice word, const char *const *words)
{
	for (; *words; words++)
		if (slice_eq_str(word, *words))
			return true;
	return false;
}

static bool
has_one_of(struct slice head, const char *const *words)
{
	struct slice word;

	while (next_word(&head, &word))
		if (is_one_of(word, words))
			return true;
	return false;
}

static struct slice
last_line(struct slice s)
{
	size_t at = s.len;

	while (at > 0 && s.ptr[at - 1] != '\n')
		at--;
	return slice_sub(s, at, s.len);
}

/* The word at the end of s, with the dots in it; *rest is what stands before. */
static struct slice
last_word(struct slice s, struct slice *rest)
{
	size_t at;

	s = slice_trim(s);
	for (at = s.len; at > 0 && (is_word_char(s.ptr[at - 1]) || s.ptr[at - 1] == '.');)
		at--;
	*rest = slice_trim(slice_sub(s, 0, at));
	return slice_sub(s, at, s.len);
}

/* What comes next makes the hole an operand: on its line an operator, wherever it is a comma. */
static bool
is_operand(struct slice behind)
{
	char c = first_char(behind);
	size_t at = slice_chr(behind, c);

	if (slice_starts(slice_trim(behind), "..."))
		return false;
	if (c == '\0' || strchr(",).;]", c))
		return c != '\0';
	return strchr("=+-?*/%|&<>", c) && !slice_starts(slice_sub(behind, at, behind.len), "<...") &&
	       slice_find(slice_sub(behind, 0, at), slice_str("\n")) == (size_t)-1;
}

static bool
stands_alone(struct slice all, size_t at, size_t len)
{
	struct slice before = slice_sub(all, 0, at);
	char c = last_char(before);

	if (is_operand(slice_sub(all, at + len, all.len)))
		return false;
	if (c == '\0' || c == '{' || c == '}' || c == ';')
		return true;
	return slice_trim(last_line(before)).len == 0 && !strchr(",([=+", c);
}

static enum dialect_place
place_in_braces(struct slice head)
{
	static const char *const types[] = {"class",     "interface", "enum",   "struct",
					    "namespace", "record",    "extern", NULL};
	static const char *const choices[] = {"switch", "select", NULL};
	static const char *const made[] = {"new", "stackalloc", NULL};
	static const char *const control[] = {"else",  "try",     "do",     "finally", "static", "for",
					      "if",    "unsafe",  "throws", "func",    "range",  "default",
					      "catch", "checked", "while",  "const",   NULL};
	char c = last_char(head);

	if (c == '=' || c == ']' || c == ',' || c == '(')
		return PLACE_EXPRESSION;
	if (slice_ends(head, "->") || slice_ends(head, "=>"))
		return PLACE_STATEMENT;
	if (has_one_of(head, choices))
		return PLACE_CASE;
	if (has_one_of(head, made))
		return PLACE_VALUE;
	if (has_one_of(head, types))
		return PLACE_MEMBER;
	if (is_word_char(c) && !has_one_of(last_line(head), control))
		return PLACE_VALUE;
	return PLACE_STATEMENT;
}

/* Whether an item between commas is more than one word: a type and a name. */
static bool
has_typed_item(struct slice list)
{
	size_t at = 0;

	while (at < list.len) {
		struct slice item = slice_sub(list, at, list.len);
		size_t comma = slice_chr(item, ',');
		item = slice_trim(slice_sub(item, 0, comma == (size_t)-1 ? item.len : comma));
		if (slice_chr(item, ' ') != (size_t)-1 && is_word_char(last_char(item)))
			return true;
		at = comma == (size_t)-1 ? list.len : at + comma + 1;
	}
	return false;
}

static bool
has_named_item(struct slice list)
{
	for (size_t i = 1; i + 1 < list.len; i++)
		if (list.ptr[i] == '=' && list.ptr[i + 1] != '=' && list.ptr[i + 1] != '>' &&
		    !strchr("=!<>", list.ptr[i - 1]))
			return true;
	return false;
}

static bool
is_function_head(struct slice head, struct slice behind)
{
	static const char *const control[] = {"if",           "for",   "while",  "switch", "catch",
					      "synchronized", "using", "return", "lock",   "fixed",
					      "foreach",      "try",   NULL};
	static const char *const prefixes[] = {"new", "return", "throw", "else",  "await",
					       "in",  "case",   "go",    "defer", NULL};
	struct slice before, name = last_word(head, &before), unused;

	if (slice_starts(last_line(head), "func"))
		return last_char(head) != ')';
	if (name.len == 0 || is_one_of(name, control) || slice_ends(before, "@") ||
	    is_one_of(last_word(before, &unused), prefixes))
		return false;
	if (slice_starts(behind, "{") || slice_starts(behind, "throws"))
		return true;
	char c = last_char(before);
	return is_word_char(c) || c == '>';
}

static enum dialect_place
place_in_parentheses(struct slice head, struct slice list, struct slice behind)
{
	struct slice before;

	if (slice_eq_str(slice_trim(list), "...") && slice_eq_str(last_word(head, &before), "for"))
		return PLACE_LOOP;
	if (slice_eq_str(last_word(head, &before), "import"))
		return PLACE_IMPORT;
	if (slice_starts(behind, "->") || slice_starts(behind, "=>"))
		return has_typed_item(list) ? PLACE_PARAMETER : PLACE_EXPRESSION;
	if (is_function_head(head, behind))
		return PLACE_PARAMETER;
	last_word(head, &before);
	return slice_ends(before, "@") && has_named_item(list) ? PLACE_ANNOTATION : PLACE_EXPRESSION;
}

enum dialect_place
dialect_place(struct slice pattern, size_t at, size_t len)
{
	size_t open = open_bracket(pattern, at);
	bool alone = stands_alone(pattern, at, len);

	struct slice before = slice_trim(slice_sub(pattern, 0, at));
	if (last_char(before) == '.' && !slice_ends(before, "..."))
		return first_char(slice_sub(pattern, at + len, pattern.len)) == ';' ? PLACE_CHAIN
										    : PLACE_EXPRESSION;
	if (open == SIZE_MAX)
		return alone ? PLACE_STATEMENT : PLACE_EXPRESSION;
	struct slice head = head_of(pattern, open);
	if (pattern.ptr[open] == '{') {
		enum dialect_place place = place_in_braces(head);
		return alone || place == PLACE_VALUE ? place : PLACE_EXPRESSION;
	}
	if (pattern.ptr[open] == '[')
		return PLACE_EXPRESSION;
	size_t close = closing_bracket(pattern, open);
	return place_in_parentheses(head, slice_sub(pattern, open + 1, close),
				    slice_trim(slice_sub(pattern, close + 1, pattern.len)));
}
