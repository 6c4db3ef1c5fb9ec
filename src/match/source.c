#include "match/source.h"

#include "base/ascii.h"

static size_t
skip_space(struct slice s, size_t at)
{
	while (at < s.len && ascii_is_space(s.ptr[at]))
		at++;
	return at;
}

bool
source_equal(struct slice a, struct slice b)
{
	size_t i = skip_space(a, 0), k = skip_space(b, 0);

	while (i < a.len && k < b.len && a.ptr[i] == b.ptr[k]) {
		i = skip_space(a, i + 1);
		k = skip_space(b, k + 1);
	}
	return i == a.len && k == b.len;
}

/* The lines between those with the word of a `<<WORD` text; s itself when it is none. */
static struct slice
between_words(struct slice s)
{
	size_t first = slice_chr(s, '\n'), last = s.len;

	while (last > 0 && s.ptr[last - 1] != '\n')
		last--;
	return first == (size_t)-1 || last <= first + 1 ? s : slice_sub(s, first + 1, last - 1);
}

struct slice
source_unquoted(struct slice s)
{
	size_t at = 0;

	if (slice_starts(s, "<<"))
		return between_words(s);

	while (at < s.len && at < 4 && !strchr("\"'`", s.ptr[at]))
		at++;
	if (at == s.len || !strchr("\"'`", s.ptr[at]))
		return s;
	s = slice_sub(s, at, s.len);
	size_t n = slice_starts(s, "\"\"\"") || slice_starts(s, "'''") ? 3 : 1;
	return s.len >= 2 * n ? slice_sub(s, n, s.len - n) : s;
}

size_t
source_literal_end(struct slice s, size_t at)
{
	for (size_t prefix = 0; prefix < 3 && at < s.len && ascii_is_alpha(s.ptr[at]); prefix++)
		at++;
	if (at >= s.len || !strchr("\"'`", s.ptr[at]))
		return 0;
	struct slice rest = slice_sub(s, at, s.len);
	if (slice_starts(rest, "\"\"\"") || slice_starts(rest, "'''")) {
		size_t end = slice_find(slice_sub(rest, 3, rest.len), slice_sub(rest, 0, 3));
		return end == (size_t)-1 ? 0 : at + end + 6;
	}
	size_t n = 1;
	while (n < rest.len && rest.ptr[n] != rest.ptr[0])
		n += rest.ptr[n] == '\\' ? 2 : 1;
	return n < rest.len ? at + n + 1 : 0;
}
