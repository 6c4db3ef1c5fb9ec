/*
 * gitconfig.c - one pass over the bytes, as git's own config.c does it
 *
 *	[Sluice "path.vendor/"]  # comment       section: sluice.path.vendor/
 *		Action = "off" ; more            sluice.path.vendor/.action = off
 *		path = a\                        sluice.path.vendor/.path = ab
 *	b
 *
 * What git tolerates is tolerated (a variable behind its section's ']' on one
 * line, CRLF, a byte order mark); what it rejects is rejected, and so is a NUL.
 */
#include "policy/gitconfig.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/limits.h"

#define END (-1)

struct reader {
	const char *file;
	struct slice text;
	size_t pos;
	uint32_t line;     /* of the byte at pos */
	struct buf name;   /* the section with its subsection, then the variable */
	size_t section;    /* bytes of name that are the section */
	bool seen_section; /* a variable before any section is an error */
	struct buf value;
};

static int
malformed(const struct reader *r, uint32_t line, const char *what, struct err *err)
{
	return err_set(err, ERR_CONFIG, "%s:%u: %s", r->file, line, what);
}

/* The next byte, CRLF taken as LF; END behind the last one. */
static int
peek(const struct reader *r)
{
	if (r->pos >= r->text.len)
		return END;
	if (r->text.ptr[r->pos] == '\r' && r->pos + 1 < r->text.len && r->text.ptr[r->pos + 1] == '\n')
		return '\n';
	return (unsigned char)r->text.ptr[r->pos];
}

static int
take(struct reader *r)
{
	int c = peek(r);

	if (c == END)
		return END;
	r->pos += c == '\n' && r->text.ptr[r->pos] == '\r' ? 2 : 1;
	r->line += c == '\n';
	return c;
}

static bool
is_key_byte(int c)
{
	return c != END && (ascii_is_alnum((char)c) || c == '-');
}

/* White space as git has it: no \v, no \f. */
static bool
is_blank(int c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static void
skip_blanks(struct reader *r)
{
	while (is_blank(peek(r)))
		take(r);
}

static void
skip_line(struct reader *r)
{
	while (peek(r) != END && peek(r) != '\n')
		take(r);
}

/* Inside the quotes of [section "subsection"], which have been opened. */
static int
read_subsection(struct reader *r, struct err *err)
{
	const uint32_t line = r->line;

	buf_add_char(&r->name, '.');
	for (;;) {
		int c = take(r);
		if (c == '\\')
			c = take(r);
		else if (c == '"')
			break;
		if (c == END || c == '\n')
			return malformed(r, line, "the quoted subsection is not closed on its line", err);
		buf_add_char(&r->name, (char)c);
	}
	return take(r) == ']' ? 0 : malformed(r, line, "expected ']' after the subsection", err);
}

/* Behind '['. */
static int
read_section(struct reader *r, struct err *err)
{
	const uint32_t line = r->line;

	buf_clear(&r->name);
	r->seen_section = true;
	while (is_key_byte(peek(r)) || peek(r) == '.')
		buf_add_char(&r->name, ascii_lower((char)take(r)));
	if (r->name.len == 0)
		return malformed(r, line, "expected a section name after '['", err);
	if (is_blank(peek(r))) {
		skip_blanks(r);
		if (take(r) != '"')
			return malformed(r, line, "expected a quoted subsection or ']'", err);
		if (read_subsection(r, err) < 0)
			return -1;
	} else if (take(r) != ']') {
		return malformed(r, line, "a section name holds letters, digits, '-' and '.'", err);
	}
	r->section = r->name.len;
	return 0;
}

/* Behind a backslash in a value. */
static int
read_escape(struct reader *r, uint32_t line, struct err *err)
{
	static const char escapes[] = "t\tb\bn\n\\\\\"\"";
	int c = take(r);

	if (c == '\n' || c == END) /* the value goes on in the next line */
		return 0;
	for (const char *e = escapes; *e; e += 2) {
		if (c == e[0]) {
			buf_add_char(&r->value, e[1]);
			return 0;
		}
	}
	return malformed(r, line, "unknown escape in a value; a backslash is written \\\\", err);
}

/*
 * Behind '=': up to the end of the line. Blanks at both ends and comments go,
 * unless quoted. kept is the length of the value up to its last byte that is
 * no unquoted blank.
 */
static int
read_value(struct reader *r, struct err *err)
{
	const uint32_t line = r->line;
	bool quoted = false;
	size_t kept = 0;

	for (int c = take(r); c != END && c != '\n'; c = take(r)) {
		if (is_blank(c) && !quoted) {
			if (kept > 0)
				buf_add_char(&r->value, (char)c);
			continue;
		}
		if ((c == '#' || c == ';') && !quoted) {
			skip_line(r);
			continue;
		}
		if (c == '\0')
			return malformed(r, line, "NUL byte in a value", err);
		if (c == '"')
			quoted = !quoted;
		else if (c != '\\')
			buf_add_char(&r->value, (char)c);
		else if (read_escape(r, line, err) < 0)
			return -1;
		kept = r->value.len;
	}
	if (quoted)
		return malformed(r, line, "a quoted value is not closed on its line", err);
	if (r->value.len > 0)
		r->value.ptr[r->value.len = kept] = '\0';
	return 0;
}

static bool
is_include(const struct reader *r)
{
	struct slice section = slice_sub(buf_slice(&r->name), 0, r->section);

	return slice_eq_str(section, "include") || slice_eq_str(section, "includeif") ||
	       slice_starts(section, "includeif.");
}

/* What stands where a name can start: the name, then nothing or "= value". */
static int
read_variable(struct reader *r, gitconfig_visit visit, void *ctx, struct err *err)
{
	const uint32_t line = r->line;

	if (!r->seen_section)
		return malformed(r, line, "a variable stands before the first [section]", err);
	r->name.ptr[r->name.len = r->section] = '\0';
	buf_add_char(&r->name, '.');
	while (is_key_byte(peek(r)))
		buf_add_char(&r->name, ascii_lower((char)take(r)));
	skip_blanks(r);
	buf_clear(&r->value);
	int c = take(r);
	if (c == '=') {
		buf_add_str(&r->value, "");
		if (read_value(r, err) < 0)
			return -1;
	} else if (c == '\n' || c == END) {
		buf_add_str(&r->value, "true");
	} else {
		return malformed(r, line, "expected 'name = value'", err);
	}
	if (!buf_ok(&r->value))
		return err_oom(err);
	if (!buf_ok(&r->name))
		return err_set(err, ERR_LIMIT, "%s:%u: a variable's name has more than %u bytes", r->file,
			       line, LIMIT_CONFIG_NAME_BYTES);
	if (strlen(r->name.ptr) != r->name.len)
		return malformed(r, line, "NUL byte in a subsection", err);
	if (is_include(r))
		return malformed(r, line, "include and includeIf are not allowed here", err);
	return visit(ctx, r->name.ptr, r->value.ptr, line, err);
}

static int
read_all(struct reader *r, gitconfig_visit visit, void *ctx, struct err *err)
{
	if (slice_starts(r->text, "\xef\xbb\xbf"))
		r->pos = 3;
	for (int c = peek(r); c != END; c = peek(r)) {
		int rc = 0;
		if (c == '#' || c == ';') {
			skip_line(r);
		} else if (c == '[') {
			take(r);
			rc = read_section(r, err);
		} else if (ascii_is_alpha((char)c)) {
			rc = read_variable(r, visit, ctx, err);
		} else if (is_blank(c) || c == '\n') {
			take(r);
		} else {
			rc = malformed(r, r->line, "expected [section], 'name = value' or a comment", err);
		}
		if (rc < 0)
			return -1;
	}
	return 0;
}

int
gitconfig_parse(const char *file, struct slice text, gitconfig_visit visit, void *ctx, struct err *err)
{
	struct reader r = {
		.file = file,
		.text = text,
		.line = 1,
		.name = BUF_INIT(LIMIT_CONFIG_NAME_BYTES),
		.value = BUF_INIT(LIMIT_CONFIG_BYTES),
	};

	if (text.len > LIMIT_CONFIG_BYTES)
		return err_set(err, ERR_LIMIT, "%s has more than %u bytes", file, LIMIT_CONFIG_BYTES);
	int rc = read_all(&r, visit, ctx, err);
	buf_release(&r.name);
	buf_release(&r.value);
	return rc;
}
