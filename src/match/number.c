#include "match/number.h"

#include <math.h>
#include <stdlib.h>

#include "base/ascii.h"

static int
digit_value(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	return ascii_is_alpha(c) ? ascii_lower(c) - 'a' + 10 : -1;
}

/* Whole numbers; '_' may stand between digits. */
static bool
read_whole(struct slice s, unsigned base, double *value)
{
	bool digit_before = false;

	*value = 0;
	for (size_t i = 0; i < s.len; i++) {
		int digit = digit_value(s.ptr[i]);

		if (s.ptr[i] == '_' && digit_before && i + 1 < s.len) {
			digit_before = false;
			continue;
		}
		if (digit < 0 || (unsigned)digit >= base)
			return false;
		*value = *value * base + digit;
		digit_before = true;
	}
	return digit_before && isfinite(*value);
}

/* The base that a prefix names, and its length. */
static unsigned
prefix_base(struct slice s, size_t *skip)
{
	char letter = s.len > 2 && s.ptr[0] == '0' ? ascii_lower(s.ptr[1]) : '\0';

	*skip = 2;
	if (letter == 'x')
		return 16;
	if (letter == 'o')
		return 8;
	if (letter == 'b')
		return 2;
	*skip = 0;
	return 0;
}

static bool
is_all_octal(struct slice s)
{
	if (s.len < 2 || s.ptr[0] != '0')
		return false;
	for (size_t i = 0; i < s.len; i++)
		if ((s.ptr[i] < '0' || s.ptr[i] > '7') && s.ptr[i] != '_')
			return false;
	return true;
}

/* digits [. digits] [e [+-] digits]; strtod() would also read names, hex and white space. */
static bool
is_decimal(const char *s)
{
	const char *begin = s;

	while (ascii_is_digit(*s))
		s++;
	size_t digits = (size_t)(s - begin);
	if (*s == '.')
		for (s++; ascii_is_digit(*s); s++)
			digits++;
	if (digits == 0)
		return false;
	if (*s == 'e' || *s == 'E') {
		s += s[1] == '+' || s[1] == '-' ? 2 : 1;
		if (!ascii_is_digit(*s))
			return false;
		while (ascii_is_digit(*s))
			s++;
	}
	return *s == '\0';
}

static bool
read_fraction(struct slice s, double *value)
{
	char text[64];

	if (s.len >= sizeof(text))
		return false;
	memcpy(text, s.ptr, s.len);
	text[s.len] = '\0';
	if (!is_decimal(text))
		return false;
	*value = strtod(text, NULL);
	return isfinite(*value);
}

static bool
read_unsigned(struct slice s, unsigned base, double *value, bool *integer)
{
	size_t skip;
	unsigned named = prefix_base(s, &skip);

	*integer = true;
	if (named != 0 && (base == 0 || base == named))
		return read_whole(slice_sub(s, skip, s.len), named, value);
	if (base != 0)
		return read_whole(s, base, value);
	if (is_all_octal(s))
		return read_whole(s, 8, value);
	if (read_whole(s, 10, value))
		return true;
	*integer = false;
	return read_fraction(s, value);
}

/* Without u, l, ul, ll, n ... of a literal. */
static struct slice
without_suffix(struct slice s)
{
	while (s.len > 1 && strchr("uUlLn", s.ptr[s.len - 1]) && s.ptr[s.len - 1])
		s.len--;
	return s;
}

bool
number_read(struct slice s, unsigned base, double *value, bool *integer)
{
	bool negative = s.len > 0 && s.ptr[0] == '-';

	if (s.len > 0 && (negative || s.ptr[0] == '+'))
		s = slice_sub(s, 1, s.len);
	if (s.len == 0)
		return false;
	if (!read_unsigned(s, base, value, integer) &&
	    (base != 0 || !read_unsigned(without_suffix(s), base, value, integer)))
		return false;
	if (negative)
		*value = -*value;
	return true;
}
