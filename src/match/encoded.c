#include "match/encoded.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/decode.h"
#include "base/escape.h"
#include "base/inflate.h"
#include "change/text.h"

/* Fewer letters hold no secret that can be told from a word. */
#define BASE64_LETTERS 16u
#define HEX_DIGITS     24u

/* Of a line that may go on in the next one. */
#define WRAPPED_LETTERS 32u

/* Decoded bytes by which a run is judged. */
#define SAMPLE_BYTES 18u

const char *
encoding_name(enum encoding encoding)
{
	static const char *const names[] = {"", "escapes", "base64", "hexadecimal", "a notebook"};

	return names[encoding];
}

/* --- base64 and hexadecimal --- */

static bool
is_mark(char c)
{
	return c == '/' || c == '+' || c == '-' || c == '_';
}

static size_t
letters_end(struct slice text, size_t at)
{
	while (at < text.len && base64_value(text.ptr[at]) >= 0)
		at++;
	return at;
}

static bool
is_line_end(struct slice text, size_t at)
{
	return at == text.len || text.ptr[at] == '\n' || text.ptr[at] == '\r' || text.ptr[at] == '=';
}

/* The end of a run with those of its letters that stand alone in the lines below. */
static size_t
run_end(struct slice text, size_t start)
{
	size_t at = letters_end(text, start), from = start;

	while (at - from >= WRAPPED_LETTERS && is_line_end(text, at)) {
		from = at;
		while (from < text.len && ascii_is_space(text.ptr[from]))
			from++;
		size_t end = letters_end(text, from);
		if (end == from || !is_line_end(text, end))
			break;
		at = end;
	}
	for (int pad = 0; pad < 2 && at < text.len && text.ptr[at] == '='; pad++)
		at++;
	return at;
}

static bool
is_hex(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ascii_hex_value(s.ptr[i]) < 0)
			return false;
	return s.len >= HEX_DIGITS && s.len % 2 == 0;
}

/* The bytes of a run, as many as there is room for. */
static size_t
decode(uint8_t *out, size_t room, struct slice run, enum encoding encoding)
{
	unsigned bits = encoding == ENCODING_HEX ? 4 : 6, nheld = 0;
	uint32_t held = 0;
	size_t n = 0;

	for (size_t i = 0; i < run.len && n < room; i++) {
		int value = bits == 4 ? ascii_hex_value(run.ptr[i]) : base64_value(run.ptr[i]);

		if (value < 0)
			continue;
		held = held << bits | (uint32_t)value;
		nheld += bits;
		if (nheld >= 8) {
			nheld -= 8;
			out[n++] = (uint8_t)(held >> nheld);
		}
	}
	return n;
}

enum content { CONTENT_OTHER, CONTENT_TEXT, CONTENT_PACKED, CONTENT_WIDE };

static bool
is_text(struct slice s)
{
	size_t good = 0;

	for (size_t at = 0, from = 0; at < s.len; from = at) {
		long c = utf8_next(s, &at);
		if (c >= ' ' ? c != 0x7f : c == '\t' || c == '\n' || c == '\r')
			good += at - from;
	}
	return good * 4 >= s.len * 3;
}

/* gzip, or zlib: a window size, and a header that 31 divides. */
static bool
is_packed(struct slice s)
{
	const unsigned char *p = (const unsigned char *)s.ptr;

	if (s.len < 2)
		return false;
	return (p[0] == 0x1f && p[1] == 0x8b) || (p[0] == 0x78 && (p[0] << 8 | p[1]) % 31 == 0);
}

static enum content
content_of(struct slice sample)
{
	if (is_text(sample))
		return CONTENT_TEXT;
	if (is_packed(sample))
		return CONTENT_PACKED;
	return text_is_wide(sample) ? CONTENT_WIDE : CONTENT_OTHER;
}

static enum content
sample_content(struct slice run, enum encoding encoding)
{
	uint8_t bytes[SAMPLE_BYTES];

	return content_of(slice_of(bytes, decode(bytes, sizeof(bytes), run, encoding)));
}

/* Adds what the bytes are. 1, 2: the bound was met, 0: they are no text after all, -1. */
static int
unpack(struct buf *out, size_t max, struct slice bytes, enum content content, struct err *err)
{
	size_t before = out->len;
	struct arena arena;
	struct text text;

	if (content == CONTENT_TEXT) {
		buf_add_slice(out, bytes);
		return 1;
	}
	if (content == CONTENT_PACKED) {
		int rc = inflate_bytes(out, max, bytes, INFLATE_ANY, err);
		return rc < 0 ? -1 : rc == INFLATE_BOUND ? 2 : out->len > before;
	}
	arena_init(&arena);
	int rc = text_decode(&text, &arena, bytes, err) < 0 ? -1 : 1;
	if (rc > 0)
		buf_add_slice(out, text.bytes);
	arena_release(&arena);
	return rc;
}

static int
add_decoded(struct buf *out, size_t max, struct slice run, enum encoding encoding, enum content content,
	    struct err *err)
{
	size_t room = run.len / 4 * 3 + 4;
	uint8_t *bytes = malloc(room);

	if (!bytes)
		return err_oom(err);
	int rc = unpack(out, max, slice_of(bytes, decode(bytes, room, run, encoding)), content, err);
	free(bytes);
	return rc;
}

/* Behind the next of the marks that part words and paths; what follows may be a run of its own. */
static size_t
behind_mark(struct slice text, size_t at, size_t end)
{
	while (at < end && !is_mark(text.ptr[at]))
		at++;
	while (at < end && is_mark(text.ptr[at]))
		at++;
	return at;
}

int
encoded_next(struct encoded_run *run, struct buf *out, size_t max, struct slice text, size_t *at, size_t end,
	     struct err *err)
{
	size_t stop = *at; /* of the letters at hand, which may hold thousands of marks: found once */

	while (*at < end) {
		if (base64_value(text.ptr[*at]) < 0) {
			++*at;
			continue;
		}
		size_t start = *at;
		if (stop <= start)
			stop = letters_end(text, start);
		if (stop - start < BASE64_LETTERS) {
			*at = stop;
			continue;
		}
		start += slice_starts(slice_sub(text, start, stop), "0x") ? 2 : 0;
		bool hex = is_hex(slice_sub(text, start, stop));
		enum encoding encoding = hex ? ENCODING_HEX : ENCODING_BASE64;
		enum content content = sample_content(slice_sub(text, start, stop), encoding);
		if (hex && content == CONTENT_OTHER) {
			encoding = ENCODING_BASE64;
			content = sample_content(slice_sub(text, start, stop), encoding);
		}
		if (content == CONTENT_OTHER) {
			*at = behind_mark(text, start, stop);
			continue;
		}
		*at = encoding == ENCODING_HEX ? stop : run_end(text, start);
		*run = (struct encoded_run){start, *at, encoding};
		int rc = add_decoded(out, max, slice_sub(text, start, *at), encoding, content, err);
		if (rc != 0)
			return rc;
	}
	return 0;
}

/* --- escapes --- */

/* The number at the start of s, of at most `max` hexadecimal digits; how many there were. */
static size_t
hex_number(unsigned long *out, struct slice s, size_t max)
{
	size_t n = 0;

	*out = 0;
	while (n < s.len && n < max && ascii_hex_value(s.ptr[n]) >= 0)
		*out = *out << 4 | (unsigned long)ascii_hex_value(s.ptr[n++]);
	return n;
}

#define CODE_POINT_MAX 0x10fffful

/* One character, as a byte below 256 (`raw`) or as UTF-8. */
struct escape {
	unsigned long value;
	bool raw;
};

/* "\x41", "\u0041", "\u{41}", "\U00000041": the length, or 0. */
static size_t
backslash_hex(struct escape *out, struct slice s)
{
	char kind = s.ptr[1];
	bool braced = s.len > 2 && s.ptr[2] == '{' && kind != 'U';
	size_t want = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
	size_t n = hex_number(&out->value, slice_sub(s, braced ? 3 : 2, s.len), braced ? 6 : want);

	out->raw = kind == 'x' && !braced;
	if (braced)
		return n > 0 && 3 + n < s.len && s.ptr[3 + n] == '}' ? 4 + n : 0;
	if (n != want)
		return 0;
	if (kind == 'u' && out->value >= 0xd800 && out->value < 0xdc00 &&
	    slice_starts(slice_sub(s, 6, s.len), "\\u")) {
		unsigned long low;
		if (hex_number(&low, slice_sub(s, 8, s.len), 4) == 4 && low >= 0xdc00 && low < 0xe000) {
			out->value = 0x10000 + ((out->value - 0xd800) << 10) + (low - 0xdc00);
			return 12;
		}
	}
	return 2 + n;
}

static size_t
backslash(struct escape *out, struct slice s)
{
	static const char from[] = "nrt\"'/\\`", to[] = "\n\r\t\"'/\\`";
	char c = s.len > 1 ? s.ptr[1] : '\0';
	const char *at = c ? strchr(from, c) : NULL;

	out->raw = true;
	if (at) {
		out->value = (unsigned char)to[at - from];
		return 2;
	}
	if (c == 'x' || c == 'u' || c == 'U')
		return backslash_hex(out, s);
	if (s.len < 4 || c < '0' || c > '3' || s.ptr[2] < '0' || s.ptr[2] > '7' || s.ptr[3] < '0' ||
	    s.ptr[3] > '7')
		return 0;
	out->value = (unsigned long)(c - '0') << 6 | (unsigned long)(s.ptr[2] - '0') << 3 |
		     (unsigned long)(s.ptr[3] - '0');
	return 4;
}

static size_t
entity(struct escape *out, struct slice s)
{
	static const struct {
		const char *name;
		char value;
	} names[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};

	out->raw = false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		out->value = (unsigned char)names[i].value;
		if (slice_starts(s, names[i].name))
			return strlen(names[i].name);
	}
	if (s.len < 4 || s.ptr[1] != '#')
		return 0;
	if (s.ptr[2] == 'x' || s.ptr[2] == 'X') {
		size_t n = hex_number(&out->value, slice_sub(s, 3, s.len), 6);
		return n > 0 && 3 + n < s.len && s.ptr[3 + n] == ';' ? 4 + n : 0;
	}
	size_t n = slice_chr(slice_sub(s, 0, 12), ';');
	if (n == (size_t)-1 || !slice_to_ulong(slice_sub(s, 2, n), CODE_POINT_MAX, &out->value))
		return 0;
	return n + 1;
}

/* The escape at the start of s: its length, or 0. */
static size_t
read_escape(struct escape *out, struct slice s)
{
	size_t n;

	switch (s.ptr[0]) {
	case '\\':
		n = backslash(out, s);
		break;
	case '%':
		n = hex_number(&out->value, slice_sub(s, 1, s.len), 2) == 2 ? 3 : 0;
		out->raw = true;
		break;
	case '&':
		n = entity(out, s);
		break;
	default:
		return 0;
	}
	bool surrogate = out->value >= 0xd800 && out->value < 0xe000;
	return out->value > CODE_POINT_MAX || surrogate ? 0 : n;
}

/* Says where the last n bytes came from: each from its own place, or all from one. */
static int
add_origins(struct origins *origins, size_t n, size_t origin, bool each, struct err *err)
{
	void *items = origins->items;

	if (array_reserve(&items, &origins->cap, origins->n + n, sizeof(*origins->items)) < 0)
		return err_oom(err);
	origins->items = items;
	for (size_t i = 0; i < n; i++)
		origins->items[origins->n++] = (uint32_t)(origin + (each ? i : 0));
	return 0;
}

static int
add_plain(struct buf *out, struct origins *origins, struct slice bytes, size_t origin, struct err *err)
{
	buf_add_slice(out, bytes);
	return add_origins(origins, bytes.len, origin, true, err);
}

static int
add_escape(struct buf *out, struct origins *origins, const struct escape *escape, size_t origin,
	   struct err *err)
{
	size_t before = out->len;

	if (escape->raw)
		buf_add_char(out, (char)(escape->value & 0xff));
	else
		utf8_add(out, escape->value);
	return add_origins(origins, out->len - before, origin, false, err);
}

static bool
begins_escape(char c)
{
	return c == '\\' || c == '%' || c == '&';
}

int
encoded_unescape(struct buf *out, struct origins *origins, struct slice line, size_t base, struct err *err)
{
	struct escape escape = {0, false};
	size_t copied = 0, at = 0;
	bool any = false;

	while (at < line.len) {
		size_t n =
			begins_escape(line.ptr[at]) ? read_escape(&escape, slice_sub(line, at, line.len)) : 0;
		if (n == 0) {
			at++;
			continue;
		}
		if (add_plain(out, origins, slice_sub(line, copied, at), base + copied, err) < 0 ||
		    add_escape(out, origins, &escape, base + at, err) < 0)
			return -1;
		at += n;
		copied = at;
		any = true;
	}
	if (!any)
		return 0;
	return add_plain(out, origins, slice_sub(line, copied, at), base + copied, err) < 0 ? -1 : 1;
}

/* Behind the colours that begin with this escape, if it is ESC; bytes of them are '[', digits and ';'. */
static size_t
behind_colours(struct slice string, size_t at, const struct escape *escape)
{
	size_t end = at + 1;

	if (escape->value != 0x1b || at >= string.len || string.ptr[at] != '[')
		return at;
	while (end < string.len && (ascii_is_digit(string.ptr[end]) || string.ptr[end] == ';'))
		end++;
	return end < string.len && ascii_is_alpha(string.ptr[end]) ? end + 1 : at;
}

int
encoded_add_string(struct buf *out, struct origins *origins, struct slice string, size_t base,
		   struct err *err)
{
	struct escape escape = {0, false};
	size_t copied = 0, at = 0;

	while (at < string.len) {
		size_t n =
			string.ptr[at] == '\\' ? read_escape(&escape, slice_sub(string, at, string.len)) : 0;
		if (n == 0) {
			at++;
			continue;
		}
		size_t behind = behind_colours(string, at + n, &escape);
		if (add_plain(out, origins, slice_sub(string, copied, at), base + copied, err) < 0 ||
		    (behind == at + n && add_escape(out, origins, &escape, base + at, err) < 0))
			return -1;
		at = copied = behind;
	}
	return add_plain(out, origins, slice_sub(string, copied, at), base + copied, err);
}
