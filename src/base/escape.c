#include "base/escape.h"

/* The number of bytes and the smallest value of a form that starts with lead. */
static int
utf8_length(unsigned char lead, unsigned long *value, unsigned long *smallest)
{
	if (lead >= 0xc2 && lead <= 0xdf) {
		*value = lead & 0x1fu;
		*smallest = 0x80;
		return 2;
	}
	if (lead >= 0xe0 && lead <= 0xef) {
		*value = lead & 0x0fu;
		*smallest = 0x800;
		return 3;
	}
	if (lead >= 0xf0 && lead <= 0xf4) {
		*value = lead & 0x07u;
		*smallest = 0x10000;
		return 4;
	}
	return 0;
}

long
utf8_next(struct slice s, size_t *pos)
{
	size_t at = (*pos)++;
	unsigned char lead = (unsigned char)s.ptr[at];
	unsigned long value, smallest;

	if (lead < 0x80)
		return lead;
	int n = utf8_length(lead, &value, &smallest);
	if (n == 0 || s.len - at < (size_t)n)
		return -1;
	for (int i = 1; i < n; i++) {
		unsigned char c = (unsigned char)s.ptr[at + (size_t)i];
		if ((c & 0xc0) != 0x80)
			return -1;
		value = value << 6 | (c & 0x3fu);
	}
	if (value < smallest || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
		return -1;
	*pos = at + (size_t)n;
	return (long)value;
}

size_t
utf8_whole(struct slice cut)
{
	size_t from = cut.len;

	while (from > 0 && cut.len - from < 3 && ((unsigned char)cut.ptr[from - 1] & 0xc0) == 0x80)
		from--;
	if (from == 0)
		return cut.len;
	size_t pos = from - 1;
	return utf8_next(cut, &pos) < 0 ? from - 1 : cut.len;
}

void
utf8_add(struct buf *out, unsigned long c)
{
	if (c < 0x80) {
		buf_add_char(out, (char)c);
	} else if (c < 0x800) {
		buf_add_char(out, (char)(0xc0 | c >> 6));
		buf_add_char(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		buf_add_char(out, (char)(0xe0 | c >> 12));
		buf_add_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_add_char(out, (char)(0x80 | (c & 0x3f)));
	} else {
		buf_add_char(out, (char)(0xf0 | c >> 18));
		buf_add_char(out, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_add_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_add_char(out, (char)(0x80 | (c & 0x3f)));
	}
}

/*
 * Code points that steer the direction of text or show nothing (Unicode's
 * Bidi_Control and the usual default-ignorables): what is read would differ
 * from what is there.
 */
static bool
is_invisible(long c)
{
	return c == 0xad || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) ||
	       c == 0xfeff || (c >= 0xfff0 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff);
}

static bool
is_control(long c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

void
escape_terminal(struct buf *out, struct slice s)
{
	for (size_t pos = 0; pos < s.len;) {
		size_t at = pos;
		long c = utf8_next(s, &pos);
		if (c == '\t')
			buf_add_char(out, '\t');
		else if (c < 0 || c < 0x20 || c == 0x7f)
			buf_addf(out, "\\x%02x", (unsigned)(unsigned char)s.ptr[at]);
		else if (is_control(c) || is_invisible(c))
			buf_addf(out, "<U+%04lX>", (unsigned long)c);
		else
			buf_add(out, s.ptr + at, pos - at);
	}
}

static bool
path_is_plain(struct slice path)
{
	for (size_t pos = 0; pos < path.len;) {
		long c = utf8_next(path, &pos);
		if (c < 0 || is_control(c) || is_invisible(c) || c == '"' || c == '\\')
			return false;
	}
	return true;
}

static void
add_path_byte(struct buf *out, unsigned char c)
{
	static const char named[] = "\aa\bb\tt\nn\vv\ff\rr\"\"\\\\";

	for (const char *n = named; *n; n += 2) {
		if ((unsigned char)n[0] == c) {
			buf_addf(out, "\\%c", n[1]);
			return;
		}
	}
	buf_addf(out, "\\%03o", (unsigned)c);
}

void
escape_path(struct buf *out, struct slice path)
{
	if (path_is_plain(path)) {
		buf_add_slice(out, path);
		return;
	}
	buf_add_char(out, '"');
	for (size_t pos = 0; pos < path.len;) {
		size_t at = pos;
		long c = utf8_next(path, &pos);
		if (c >= 0 && !is_control(c) && !is_invisible(c) && c != '"' && c != '\\')
			buf_add(out, path.ptr + at, pos - at);
		else
			for (size_t i = at; i < pos; i++)
				add_path_byte(out, (unsigned char)path.ptr[i]);
	}
	buf_add_char(out, '"');
}

void
escape_uri(struct buf *out, struct slice path)
{
	static const char unreserved[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

	for (size_t i = 0; i < path.len; i++) {
		char c = path.ptr[i];
		if (c != '\0' && strchr(unreserved, c))
			buf_add_char(out, c);
		else
			buf_addf(out, "%%%02X", (unsigned)(unsigned char)c);
	}
}

void
escape_utf8(struct buf *out, struct slice s)
{
	for (size_t pos = 0; pos < s.len;) {
		size_t at = pos;
		if (utf8_next(s, &pos) < 0)
			buf_add_str(out, "\xef\xbf\xbd");
		else
			buf_add(out, s.ptr + at, pos - at);
	}
}
