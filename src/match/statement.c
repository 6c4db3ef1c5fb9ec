#include "match/statement.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"

#define DEPTH_MAX 64u

/* Where the scan is, from line to line. */
struct state {
	char quote;           /* an open text of several lines: '"' or '\'' (three of them), '`', or 0 */
	unsigned quote_lines; /* of it so far */
	struct {
		char bracket;
		bool values;   /* its statement goes on to the next line */
		size_t indent; /* of the line it stands in */
	} open[DEPTH_MAX];
	size_t depth;
	bool continued; /* the line before ended in an operator */
};

static size_t
indent_of(struct slice line)
{
	size_t i = 0;

	while (i < line.len && (line.ptr[i] == ' ' || line.ptr[i] == '\t'))
		i++;
	return i;
}

static bool
is_comment(struct slice s)
{
	return slice_starts(s, "//") || slice_starts(s, "#") || slice_starts(s, "/*") ||
	       slice_starts(s, "* ") || slice_starts(s, "*/") || slice_starts(s, "-- ") ||
	       slice_eq_str(s, "*");
}

static bool
begins_with_operator(struct slice s)
{
	static const char *const operators[] = {"&&", "||", "+ ", "? ", ": ", "| ", "?.", "??"};

	if (s.len > 1 && s.ptr[0] == '.' && (ascii_is_alpha(s.ptr[1]) || s.ptr[1] == '_'))
		return true;
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
		if (slice_starts(s, operators[i]))
			return true;
	return false;
}

static bool
ends_with_operator(struct slice s)
{
	if (s.len == 0)
		return false;
	if (slice_ends(s, "++") || slice_ends(s, "--") || slice_ends(s, "*/"))
		return false;
	char last = s.ptr[s.len - 1];
	return last != '\0' && strchr("\\,+-*/%=&|<?.([", last) != NULL;
}

/* --- brackets and quotes --- */

static bool
holds_values(struct slice before)
{
	struct slice trimmed = slice_trim(before);
	char near = before.len > 0 ? before.ptr[before.len - 1] : '\0';
	char last = trimmed.len > 0 ? trimmed.ptr[trimmed.len - 1] : '\0';

	if (ascii_is_alnum(near) || near == '_' || near == ']' || near == '}')
		return true;
	return last != '\0' && strchr("([{,=:?&|!+$", last) != NULL;
}

static void
open_bracket(struct state *st, char bracket, bool values, size_t indent)
{
	if (st->depth == DEPTH_MAX)
		return;
	st->open[st->depth].bracket = bracket;
	st->open[st->depth].values = values;
	st->open[st->depth++].indent = indent;
}

/* Closes the nearest one of its kind and what was left open in it; without one nothing. */
static void
close_bracket(struct state *st, char bracket)
{
	for (size_t i = st->depth; i-- > 0;)
		if (st->open[i].bracket == bracket) {
			st->depth = i;
			return;
		}
}

/* True if the innermost bracket makes the next line part of this statement. */
static bool
holds_open_values(const struct state *st)
{
	return st->depth > 0 && st->open[st->depth - 1].values;
}

/* Behind the quote that ends the text begun at i; `len` if it does not end on this line. */
static size_t
end_of_quote(struct slice line, size_t i)
{
	for (size_t k = i + 1; k < line.len; k++) {
		if (line.ptr[k] == '\\')
			k++;
		else if (line.ptr[k] == line.ptr[i])
			return k + 1;
	}
	return line.len;
}

static bool
is_triple(struct slice line, size_t i, char quote)
{
	return i + 2 < line.len && line.ptr[i] == quote && line.ptr[i + 1] == quote &&
	       line.ptr[i + 2] == quote;
}

/* A quote at i: the offset to go on at. An apostrophe that nothing ends is none. */
static size_t
skip_quote(struct state *st, struct slice line, size_t i)
{
	char quote = line.ptr[i];

	if (quote != '`' && is_triple(line, i, quote)) {
		st->quote = quote;
		return i + 3;
	}
	size_t end = end_of_quote(line, i);
	if (end < line.len || (line.len > i + 1 && line.ptr[line.len - 1] == quote))
		return end;
	if (quote == '`')
		st->quote = quote;
	return i + 1;
}

/* In a text of several lines: the offset behind its end, or the line's end. */
static size_t
leave_quote(struct state *st, struct slice line, size_t i)
{
	for (; i < line.len; i++) {
		if (line.ptr[i] == '\\')
			i++;
		else if (st->quote == '`' ? line.ptr[i] == '`' : is_triple(line, i, st->quote)) {
			i += st->quote == '`' ? 1 : 3;
			st->quote = '\0';
			return i;
		}
	}
	return line.len;
}

static size_t
take_byte(struct state *st, struct slice line, size_t i, size_t indent)
{
	switch (line.ptr[i]) {
	case '"':
	case '\'':
	case '`':
		return skip_quote(st, line, i);
	case '(':
	case '[':
		open_bracket(st, line.ptr[i], true, indent);
		break;
	case '{':
		open_bracket(st, '{', holds_values(slice_sub(line, 0, i)), indent);
		break;
	case ')':
		close_bracket(st, '(');
		break;
	case ']':
		close_bracket(st, '[');
		break;
	case '}':
		close_bracket(st, '{');
		break;
	case '\\':
		return i + 2;
	default:
		break;
	}
	return i + 1;
}

static void
take_line(struct state *st, struct slice line)
{
	size_t indent = indent_of(line);

	for (size_t i = 0; i < line.len;)
		i = st->quote ? leave_quote(st, line, i) : take_byte(st, line, i, indent);
}

/* Brackets and quotes that cannot be what they seem to be. */
static void
drop_strays(struct state *st, struct slice line)
{
	st->quote_lines = st->quote ? st->quote_lines + 1 : 0;
	if (st->quote_lines > STATEMENT_LINES)
		st->quote = '\0';
	if (st->quote || slice_trim(line).len == 0)
		return;
	while (holds_open_values(st) && indent_of(line) < st->open[st->depth - 1].indent)
		st->depth--;
}

/* Looks at one line; true if it belongs to the statement of the line before it. */
static bool
joins(struct state *st, struct slice line)
{
	struct slice content = slice_trim(line);

	drop_strays(st, line);
	bool inside = st->quote != '\0';
	bool joined = inside || holds_open_values(st) || st->continued;
	if (!inside && is_comment(content))
		return joined;
	joined = joined || begins_with_operator(content);
	take_line(st, line);
	st->continued = !st->quote && ends_with_operator(content);
	return joined;
}

/* --- all lines --- */

int
statements_find(struct statements *st, const struct text *text, uint32_t first, uint32_t last,
		struct err *err)
{
	struct state state = {.continued = false};
	void *begin = st->begin;

	if (array_reserve(&begin, &st->cap, (size_t)last - first + 1, sizeof(*st->begin)) < 0)
		return err_oom(err);
	st->begin = begin;
	st->first_line = first;
	st->n = 0;
	for (uint32_t line = first; line <= last; line++) {
		bool gap = line > first && text_number(text, line) != text_number(text, line - 1) + 1;

		if (gap)
			state = (struct state){.continued = false};
		bool joined = joins(&state, text_line(text, line)) && st->n > 0 && !gap;
		st->begin[st->n] = joined ? st->begin[st->n - 1] : line;
		st->n++;
	}
	return 0;
}

void
statements_release(struct statements *st)
{
	free(st->begin);
	*st = (struct statements){0};
}

uint32_t
statement_begin(const struct statements *st, uint32_t line)
{
	return st->begin[line - st->first_line];
}

struct line_range
statement_of(const struct statements *st, uint32_t line)
{
	uint32_t at = line - st->first_line, end = at;
	uint32_t begin = st->begin[at];

	while (end + 1 < st->n && end - at < STATEMENT_LINES && st->begin[end + 1] == begin)
		end++;
	if (line - begin > STATEMENT_LINES)
		begin = line - STATEMENT_LINES;
	return (struct line_range){begin, st->first_line + end};
}
