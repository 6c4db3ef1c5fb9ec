#include "change/text.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/escape.h"
#include "base/limits.h"

#define BINARY_SAMPLE_BYTES 8000u /* as much as git looks at */
#define SAMPLE_UNITS        512u
#define ASCII_RUN_BYTES     24u
#define REPLACEMENT         0xfffdu

/* --- which encoding --- */

static bool
is_text_ascii(unsigned char c)
{
	return (c >= 0x20 && c < 0x7f) || (c >= '\t' && c <= '\r');
}

/* The low byte of a Latin-1 character in UTF-16. */
static bool
is_text_latin1(unsigned char c)
{
	return is_text_ascii(c) || c >= 0xa0;
}

/* Real UTF-16 has such a run only by a row of 12 ideographs that happen to be letters twice. */
static bool
has_ascii_run(struct slice blob)
{
	size_t run = 0;

	for (size_t i = 0; i < blob.len; i++) {
		run = is_text_ascii((unsigned char)blob.ptr[i]) ? run + 1 : 0;
		if (run >= ASCII_RUN_BYTES)
			return true;
	}
	return false;
}

/* Of `units` code units, `one_sided` are a character beside a NUL, `nul` have any NUL. */
static bool
is_alternating(size_t units, size_t one_sided, size_t nul)
{
	return one_sided >= 2 && one_sided * 100 >= units * 15 && (nul - one_sided) * 20 <= one_sided;
}

static enum text_encoding
guess_utf16(struct slice blob)
{
	const unsigned char *p = (const unsigned char *)blob.ptr;
	size_t units = blob.len / 2 < SAMPLE_UNITS ? blob.len / 2 : SAMPLE_UNITS;
	size_t le = 0, be = 0, nul = 0, ascii = 0;

	for (size_t i = 0; i < units; i++) {
		unsigned char even = p[2 * i], odd = p[2 * i + 1];

		nul += even == 0 || odd == 0;
		le += odd == 0 && is_text_latin1(even);
		be += even == 0 && is_text_latin1(odd);
		ascii += is_text_ascii(even) && is_text_ascii(odd);
	}
	if (ascii * 2 > units)
		return TEXT_BYTES;
	if (is_alternating(units, le, nul))
		return TEXT_UTF16LE;
	return is_alternating(units, be, nul) ? TEXT_UTF16BE : TEXT_BYTES;
}

/*
 * Plain text behind a mark, its runs broken up by other bytes: over all of it,
 * pairs of ASCII outnumber everything else, or characters beside a NUL (line
 * ends, spaces, digits) by far.
 */
static bool
is_disguised(struct slice units, bool big_endian)
{
	const unsigned char *p = (const unsigned char *)units.ptr;
	size_t ascii = 0, latin = 0;

	for (size_t i = 0; i + 1 < units.len; i += 2) {
		unsigned char high = p[big_endian ? i : i + 1], low = p[big_endian ? i + 1 : i];

		ascii += is_text_ascii(high) && is_text_ascii(low);
		latin += high == 0 && is_text_latin1(low);
	}
	return ascii >= 4 && (ascii * 4 > units.len || latin * 8 < ascii);
}

#define CODE_POINT_MAX 0x10ffffu

static unsigned
utf32_unit(const unsigned char *p, bool big_endian)
{
	if (big_endian)
		return (unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3];
	return (unsigned)p[3] << 24 | (unsigned)p[2] << 16 | (unsigned)p[1] << 8 | p[0];
}

static bool
is_utf32_behind_mark(struct slice units, bool big_endian)
{
	size_t n = units.len / 4, wrong = 0;

	for (size_t i = 0; i < n; i++)
		wrong += utf32_unit((const unsigned char *)units.ptr + 4 * i, big_endian) > CODE_POINT_MAX;
	return n > 0 && wrong * 20 <= n;
}

static bool
looks_like_utf32(struct slice blob, bool big_endian)
{
	size_t n = blob.len / 4 < SAMPLE_UNITS ? blob.len / 4 : SAMPLE_UNITS, latin = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned unit = utf32_unit((const unsigned char *)blob.ptr + 4 * i, big_endian);
		latin += unit < 0x100 && is_text_latin1((unsigned char)unit);
	}
	return n >= 2 && latin * 10 >= n * 9;
}

static bool
starts_with(struct slice blob, const char *mark, size_t len)
{
	return blob.len >= len && memcmp(blob.ptr, mark, len) == 0;
}

static enum text_encoding
find_utf32(struct slice blob, size_t *skip)
{
	const struct slice units = slice_sub(blob, 4, blob.len);

	if (starts_with(blob, "\xff\xfe\0\0", 4) && is_utf32_behind_mark(units, false)) {
		*skip = 4;
		return TEXT_UTF32LE;
	}
	if (starts_with(blob, "\0\0\xfe\xff", 4) && is_utf32_behind_mark(units, true)) {
		*skip = 4;
		return TEXT_UTF32BE;
	}
	if (looks_like_utf32(blob, false))
		return TEXT_UTF32LE;
	return looks_like_utf32(blob, true) ? TEXT_UTF32BE : TEXT_BYTES;
}

/* *skip is the length of the byte order mark. */
static enum text_encoding
find_encoding(struct slice blob, size_t *skip)
{
	enum text_encoding found = TEXT_BYTES;

	*skip = 0;
	if (starts_with(blob, "\xef\xbb\xbf", 3)) {
		*skip = 3;
		return TEXT_UTF8_BOM;
	}
	found = find_utf32(blob, skip);
	if (found != TEXT_BYTES)
		return found;
	if (starts_with(blob, "\xff\xfe", 2))
		found = TEXT_UTF16LE;
	else if (starts_with(blob, "\xfe\xff", 2))
		found = TEXT_UTF16BE;
	size_t mark = found == TEXT_BYTES ? 0 : 2;
	if (mark == 0)
		found = guess_utf16(blob);
	if (found == TEXT_BYTES || has_ascii_run(blob) ||
	    is_disguised(slice_sub(blob, mark, blob.len), found == TEXT_UTF16BE))
		return TEXT_BYTES;
	*skip = mark;
	return found;
}

static bool
is_wide(enum text_encoding encoding)
{
	return encoding != TEXT_BYTES && encoding != TEXT_UTF8_BOM;
}

bool
text_is_wide(struct slice blob)
{
	size_t skip;

	return is_wide(find_encoding(blob, &skip));
}

bool
text_is_binary(struct slice blob)
{
	struct slice head = slice_sub(blob, 0, BINARY_SAMPLE_BYTES);
	size_t control = 0, invalid = 0;

	if (slice_chr(blob, '\0') == (size_t)-1 || text_is_wide(blob))
		return false;
	for (size_t pos = 0; pos < head.len;) {
		long c = utf8_next(head, &pos);

		invalid += c < 0;
		control += c == 0x7f || (c >= 0 && c < 0x20 && !is_text_ascii((unsigned char)c));
	}
	return control * 10 > head.len || (control * 20 > head.len && invalid * 10 > head.len * 3);
}

/* --- UTF-16 and UTF-32 to UTF-8 --- */

static unsigned
utf16_unit(const unsigned char *p, bool big_endian)
{
	return big_endian ? (unsigned)p[0] << 8 | p[1] : (unsigned)p[1] << 8 | p[0];
}

static unsigned
utf16_next(struct slice *rest, bool big_endian)
{
	const unsigned char *p = (const unsigned char *)rest->ptr;
	size_t taken = rest->len < 2 ? 1 : 2;
	unsigned unit = taken == 2 ? utf16_unit(p, big_endian) : REPLACEMENT;

	if (unit >= 0xd800 && unit < 0xdc00 && rest->len >= 4) {
		unsigned low = utf16_unit(p + 2, big_endian);

		if (low >= 0xdc00 && low < 0xe000) {
			taken = 4;
			unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
		}
	}
	*rest = slice_sub(*rest, taken, rest->len);
	return unit >= 0xd800 && unit < 0xe000 ? REPLACEMENT : unit;
}

static unsigned
utf32_next(struct slice *rest, bool big_endian)
{
	size_t taken = rest->len < 4 ? rest->len : 4;
	unsigned unit = taken == 4 ? utf32_unit((const unsigned char *)rest->ptr, big_endian) : REPLACEMENT;

	*rest = slice_sub(*rest, taken, rest->len);
	return unit > CODE_POINT_MAX || (unit >= 0xd800 && unit < 0xe000) ? REPLACEMENT : unit;
}

/* Takes one code point off *rest, which is not empty. */
static unsigned
wide_next(struct slice *rest, enum text_encoding encoding)
{
	if (encoding == TEXT_UTF32LE || encoding == TEXT_UTF32BE)
		return utf32_next(rest, encoding == TEXT_UTF32BE);
	return utf16_next(rest, encoding == TEXT_UTF16BE);
}

static size_t
utf8_length(unsigned c)
{
	return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

static char *
utf8_put(char *at, unsigned c)
{
	static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	size_t n = utf8_length(c);

	if (n == 1) {
		*at = (char)c;
		return at + 1;
	}
	for (size_t i = n; --i > 0; c >>= 6)
		at[i] = (char)(0x80 | (c & 0x3f));
	at[0] = (char)(lead[n] | c);
	return at + n;
}

static int
transcode(struct slice *out, struct arena *arena, struct slice wide, enum text_encoding encoding,
	  struct err *err)
{
	struct slice rest = wide;
	size_t len = 0;

	while (rest.len > 0)
		len += utf8_length(wide_next(&rest, encoding));
	char *utf8 = arena_alloc(arena, len);
	if (!utf8)
		return err_oom(err);
	char *at = utf8;
	for (rest = wide; rest.len > 0;)
		at = utf8_put(at, wide_next(&rest, encoding));
	*out = slice_of(utf8, len);
	return 0;
}

/* --- lines --- */

/* The offsets behind every LF, after the 0 that is there already. */
static int
find_starts(uint32_t **starts, size_t *n, struct slice bytes, struct err *err)
{
	const char *end = bytes.ptr + bytes.len;
	size_t cap = 0;

	for (const char *at = bytes.ptr; at < end; (*n)++) {
		const char *lf = memchr(at, '\n', (size_t)(end - at));

		at = lf ? lf + 1 : end;
		if (*n >= LIMIT_TEXT_LINES)
			return err_set(err, ERR_LIMIT, "text has more than %u lines", LIMIT_TEXT_LINES);
		if (array_reserve((void **)starts, &cap, *n + 1, sizeof(**starts)) < 0)
			return err_oom(err);
		(*starts)[*n] = (uint32_t)(at - bytes.ptr);
	}
	return 0;
}

static int
split_lines(struct text *out, struct arena *arena, struct err *err)
{
	uint32_t *ends = NULL, *starts = NULL;
	size_t n = 0;

	if (find_starts(&ends, &n, out->bytes, err) == 0) {
		starts = arena_array(arena, n + 1, sizeof(*starts));
		if (!starts)
			err_oom(err);
		else if (n > 0)
			memcpy(starts + 1, ends, n * sizeof(*starts));
	}
	free(ends);
	if (!starts) {
		*out = (struct text){0};
		return -1;
	}
	out->starts = starts;
	out->nlines = (uint32_t)n;
	return 0;
}

int
text_decode(struct text *out, struct arena *arena, struct slice blob, struct err *err)
{
	size_t skip;

	*out = (struct text){0};
	if (blob.len > LIMIT_BLOB_BYTES)
		return err_set(err, ERR_LIMIT, "content has more than %u bytes", LIMIT_BLOB_BYTES);
	out->encoding = find_encoding(blob, &skip);
	out->bytes = slice_sub(blob, skip, blob.len);
	if (is_wide(out->encoding) && transcode(&out->bytes, arena, out->bytes, out->encoding, err) < 0)
		return -1;
	return split_lines(out, arena, err);
}

int
text_from_lines(struct text *out, struct arena *arena, struct slice bytes, const uint32_t *numbers,
		struct err *err)
{
	*out = (struct text){.bytes = bytes, .numbers = numbers};
	if (bytes.len > LIMIT_PATCH_BYTES)
		return err_set(err, ERR_LIMIT, "text has more than %u bytes", LIMIT_PATCH_BYTES);
	return split_lines(out, arena, err);
}

uint32_t
text_line_at(const struct text *text, size_t offset)
{
	uint32_t low = 1, high = text->nlines; /* the answer is in low..high */

	while (low < high) {
		uint32_t middle = low + (high - low + 1) / 2;

		if (text->starts[middle - 1] <= offset)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

struct slice
text_line(const struct text *text, uint32_t line)
{
	if (line == 0 || line > text->nlines)
		return slice_of("", 0);
	struct slice s = slice_sub(text->bytes, text->starts[line - 1], text->starts[line]);
	if (s.len > 0 && s.ptr[s.len - 1] == '\n') {
		s.len--;
		if (s.len > 0 && s.ptr[s.len - 1] == '\r')
			s.len--;
	}
	return s;
}

uint32_t
text_number(const struct text *text, uint32_t line)
{
	return text->numbers && line > 0 && line <= text->nlines ? text->numbers[line - 1] : line;
}

/* As numbers ascend, numbers[i] - i never falls, and it is level within a run. */
static uint32_t
gap_before(const struct text *text, uint32_t line)
{
	return text->numbers[line - 1] - line;
}

struct line_range
text_contiguous(const struct text *text, uint32_t line)
{
	struct line_range run = {1, text->nlines};

	if (!text->numbers || line == 0 || line > text->nlines)
		return run;
	uint32_t gap = gap_before(text, line);
	uint32_t low = 1, high = line;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (gap_before(text, middle) < gap)
			low = middle + 1;
		else
			high = middle;
	}
	run.first = low;
	for (low = line, high = text->nlines; low < high;) {
		uint32_t middle = low + (high - low + 1) / 2;

		if (gap_before(text, middle) > gap)
			high = middle - 1;
		else
			low = middle;
	}
	run.last = low;
	return run;
}

/* --- line sets --- */

bool
line_set_touches(const struct line_set *set, uint32_t first, uint32_t last)
{
	size_t low = 0, high = set->n; /* the first run that ends at or behind `first` */

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (set->ranges[middle].last < first)
			low = middle + 1;
		else
			high = middle;
	}
	return low < set->n && first <= last && set->ranges[low].first <= last;
}

bool
line_set_has(const struct line_set *set, uint32_t line)
{
	return line_set_touches(set, line, line);
}

uint32_t
line_set_count(const struct line_set *set)
{
	uint32_t count = 0;

	for (size_t i = 0; i < set->n; i++)
		count += set->ranges[i].last - set->ranges[i].first + 1;
	return count;
}

int
line_set_intersect(struct line_set *out, struct arena *arena, const struct line_set *a,
		   const struct line_set *b, struct err *err)
{
	struct line_range *common = arena_array(arena, a->n + b->n, sizeof(*common));
	size_t i = 0, j = 0, n = 0;

	if (!common)
		return err_oom(err);
	while (i < a->n && j < b->n) {
		struct line_range x = a->ranges[i], y = b->ranges[j];
		struct line_range both = {x.first > y.first ? x.first : y.first,
					  x.last < y.last ? x.last : y.last};

		if (both.first <= both.last)
			common[n++] = both;
		if (x.last < y.last)
			i++;
		else
			j++;
	}
	*out = (struct line_set){common, n};
	return 0;
}
