#include "base/slice.h"

#include "base/ascii.h"

struct slice
slice_sub(struct slice s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return slice_of(s.ptr ? s.ptr + from : s.ptr, to - from);
}

bool
slice_eq(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool
slice_eq_str(struct slice a, const char *b)
{
	return slice_eq(a, slice_str(b));
}

bool
slice_eq_nocase(struct slice a, const char *b)
{
	if (a.len != strlen(b))
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.ptr[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

bool
slice_starts(struct slice s, const char *prefix)
{
	size_t n = strlen(prefix);
	return s.len >= n && memcmp(s.ptr, prefix, n) == 0;
}

bool
slice_ends(struct slice s, const char *suffix)
{
	size_t n = strlen(suffix);
	return s.len >= n && memcmp(s.ptr + s.len - n, suffix, n) == 0;
}

int
slice_cmp(struct slice a, struct slice b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.ptr, b.ptr, n) : 0;

	if (order != 0)
		return order;
	return a.len < b.len ? -1 : a.len > b.len;
}

size_t
slice_find(struct slice s, struct slice needle)
{
	if (needle.len == 0)
		return 0;
	if (s.len < needle.len)
		return (size_t)-1;
	const char *at = memmem(s.ptr, s.len, needle.ptr, needle.len);
	return at ? (size_t)(at - s.ptr) : (size_t)-1;
}

size_t
slice_chr(struct slice s, char c)
{
	const char *at = s.len ? memchr(s.ptr, c, s.len) : NULL;
	return at ? (size_t)(at - s.ptr) : (size_t)-1;
}

struct slice
slice_trim(struct slice s)
{
	while (s.len > 0 && ascii_is_space(s.ptr[0]))
		s = slice_sub(s, 1, s.len);
	while (s.len > 0 && ascii_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool
slice_next_line(struct slice *rest, struct slice *line)
{
	if (rest->len == 0)
		return false;
	size_t end = slice_chr(*rest, '\n');
	if (end == (size_t)-1) {
		*line = *rest;
		*rest = slice_sub(*rest, rest->len, rest->len);
	} else {
		*line = slice_sub(*rest, 0, end);
		*rest = slice_sub(*rest, end + 1, rest->len);
	}
	return true;
}

bool
slice_next_word(struct slice *rest, struct slice *word)
{
	size_t from = 0;

	while (from < rest->len && ascii_is_space(rest->ptr[from]))
		from++;
	size_t to = from;
	while (to < rest->len && !ascii_is_space(rest->ptr[to]))
		to++;
	*word = slice_sub(*rest, from, to);
	*rest = slice_sub(*rest, to, rest->len);
	return word->len > 0;
}

struct slice
slice_base_name(struct slice path)
{
	size_t from = path.len;

	while (from > 0 && path.ptr[from - 1] != '/')
		from--;
	return slice_sub(path, from, path.len);
}

bool
slice_to_ulong(struct slice s, unsigned long max, unsigned long *out)
{
	unsigned long value = 0;

	if (s.len == 0)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!ascii_is_digit(s.ptr[i]))
			return false;
		unsigned long digit = (unsigned long)(s.ptr[i] - '0');
		if (value > (max - digit) / 10 || digit > max)
			return false;
		value = value * 10 + digit;
	}
	*out = value;
	return true;
}
