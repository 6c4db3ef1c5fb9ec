#include "match/squeeze.h"

#include <stdbool.h>

#include "base/ascii.h"

struct squeezer {
	struct slice text;
	bool line_begins; /* nothing but blanks stands before it in its line */
	bool open_ended;  /* no block comment ends from here on */
};

static bool
is_word(char c)
{
	return ascii_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

static size_t
line_left(struct slice rest)
{
	size_t end = slice_chr(rest, '\n');

	return end == (size_t)-1 ? rest.len : end;
}

static size_t
block_comment(struct squeezer *s, struct slice rest)
{
	if (s->open_ended || !slice_starts(rest, "/*"))
		return 0;
	size_t end = slice_find(slice_sub(rest, 2, rest.len), slice_str("*/"));
	s->open_ended = end == (size_t)-1;
	return s->open_ended ? 0 : end + 4;
}

/* Bytes of the blank or comment at `at`, or 0. */
static size_t
gap_at(struct squeezer *s, size_t at)
{
	struct slice rest = slice_sub(s->text, at, s->text.len);

	if (rest.len == 0)
		return 0;
	if (ascii_is_space(rest.ptr[0])) {
		s->line_begins |= rest.ptr[0] == '\n';
		return 1;
	}
	if (slice_starts(rest, "\\\n") || slice_starts(rest, "\\\r\n"))
		return rest.ptr[1] == '\n' ? 2 : 3;
	if (s->line_begins && (rest.ptr[0] == '#' || slice_starts(rest, "//")))
		return line_left(rest);
	return block_comment(s, rest);
}

size_t
squeeze(char *out, struct slice text)
{
	struct squeezer s = {.text = text, .line_begins = true};
	size_t n = 0, at = 0, gap;

	while (at < text.len) {
		size_t end = at;
		while ((gap = gap_at(&s, end)) > 0)
			end += gap;
		if (end == text.len)
			break;
		if (end > at && n > 0 && is_word(out[n - 1]) && is_word(text.ptr[end]))
			out[n++] = ' ';
		out[n++] = text.ptr[end];
		s.line_begins = false;
		at = end + 1;
	}
	return n;
}
