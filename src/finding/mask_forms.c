/*
 * mask_forms.c - what a secret looks like in other alphabets
 *
 *	sesame		c2VzYW1l	as the first of three bytes
 *	xsesame		eHNlc2FtZQ==	as the second:	..Nlc2FtZ
 *	xxsesame	eHhzZXNhbWU=	as the third:	...zZXNhbWU
 *
 * Of base64 only the letters that the secret alone decides can be looked for; the run round them is taken
 * whole.
 */
#include "finding/mask_forms.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/decode.h"
#include "match/encoded.h"

/* A longer value is looked for by its first bytes. */
#define FORM_BYTES   48u
#define FORM_LETTERS (FORM_BYTES * 2 + 4)

static const char base64_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* The letters that are the value's own when `before` bytes of three stand before it. */
static struct slice
base64_core(char out[FORM_LETTERS], struct slice value, size_t before, bool of_urls)
{
	size_t bits = 8 * (before + value.len), n = 0;

	for (size_t letter = (8 * before + 5) / 6; 6 * letter + 6 <= bits; letter++) {
		unsigned index = 0;

		for (size_t bit = 6 * letter; bit < 6 * letter + 6; bit++) {
			unsigned char byte = (unsigned char)value.ptr[bit / 8 - before];
			index = index << 1 | ((unsigned)byte >> (7 - bit % 8) & 1u);
		}
		char c = base64_letters[index];
		out[n++] = of_urls && c == '+' ? '-' : of_urls && c == '/' ? '_' : c;
	}
	return slice_of(out, n);
}

static bool
is_base64(char c)
{
	return base64_value(c) >= 0 || c == '=';
}

static bool
is_hex(char c)
{
	return ascii_hex_value(c) >= 0;
}

/* Adds the runs of an alphabet that a needle stands in. */
static int
add_runs(struct mask *mask, struct slice bytes, struct slice needle, bool (*belongs)(char), struct err *err)
{
	for (size_t at = 0; at < bytes.len;) {
		size_t found = slice_find(slice_sub(bytes, at, bytes.len), needle);
		if (found == (size_t)-1)
			return 0;
		size_t from = at + found, to = from + needle.len;
		while (from > 0 && belongs(bytes.ptr[from - 1]))
			from--;
		while (to < bytes.len && belongs(bytes.ptr[to]))
			to++;
		if (mask_add_range(mask, slice_sub(bytes, from, to), err) < 0)
			return -1;
		at = to;
	}
	return 0;
}

static int
add_base64(struct mask *mask, struct slice bytes, struct slice value, struct err *err)
{
	char letters[FORM_LETTERS];

	for (size_t before = 0; before < 3; before++)
		for (int of_urls = 0; of_urls < 2; of_urls++) {
			struct slice core = base64_core(letters, value, before, of_urls);
			if (add_runs(mask, bytes, core, is_base64, err) < 0)
				return -1;
		}
	return 0;
}

static int
add_hex(struct mask *mask, struct slice bytes, struct slice value, struct err *err)
{
	static const char *const digits[] = {"0123456789abcdef", "0123456789ABCDEF"};
	char hex[FORM_LETTERS];

	for (size_t upper = 0; upper < 2; upper++) {
		for (size_t i = 0; i < value.len; i++) {
			unsigned char byte = (unsigned char)value.ptr[i];
			hex[2 * i] = digits[upper][byte >> 4];
			hex[2 * i + 1] = digits[upper][byte & 15];
		}
		if (add_runs(mask, bytes, slice_of(hex, 2 * value.len), is_hex, err) < 0)
			return -1;
	}
	return 0;
}

/* Where a value stands in the bytes without escapes. */
static int
add_unescaped(struct mask *mask, struct slice bytes, struct slice plain, const struct origins *origins,
	      struct slice value, struct err *err)
{
	for (size_t at = 0, found; at < plain.len; at += found + value.len) {
		found = slice_find(slice_sub(plain, at, plain.len), value);
		if (found == (size_t)-1)
			break;
		size_t behind = at + found + value.len;
		size_t end = behind < plain.len ? origins->items[behind] : bytes.len;
		if (mask_add_range(mask, slice_sub(bytes, origins->items[at + found], end), err) < 0)
			return -1;
	}
	return 0;
}

static int
add_escaped(struct mask *mask, struct slice bytes, struct err *err)
{
	struct buf plain = BUF_INIT(bytes.len + 1);
	struct origins origins = {0};
	int rc = encoded_unescape(&plain, &origins, bytes, 0, err);

	for (size_t i = 0; rc == 1 && i < mask->nvalues; i++)
		if (add_unescaped(mask, bytes, buf_slice(&plain), &origins, mask->values[i], err) < 0)
			rc = -1;
	buf_release(&plain);
	free(origins.items);
	return rc < 0 ? -1 : 0;
}

int
mask_forms(struct mask *mask, struct slice bytes, struct err *err)
{
	for (size_t i = 0; i < mask->nvalues; i++) {
		struct slice value = slice_sub(mask->values[i], 0, FORM_BYTES);
		if (add_base64(mask, bytes, value, err) < 0 || add_hex(mask, bytes, value, err) < 0)
			return -1;
	}
	return mask->nvalues > 0 ? add_escaped(mask, bytes, err) : 0;
}
