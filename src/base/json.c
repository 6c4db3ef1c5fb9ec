#include "base/json.h"

#include "base/ascii.h"
#include "base/escape.h"

static enum json_token
broken(struct json_reader *r)
{
	r->state = JSON_BROKEN;
	return JSON_ERROR;
}

static void
skip_space(struct json_reader *r)
{
	while (r->at < r->text.len) {
		char c = r->text.ptr[r->at];

		if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
			return;
		r->at++;
	}
}

/* The byte to be read next; a NUL at the end, which is none of JSON's. */
static char
peek(const struct json_reader *r)
{
	return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

static bool
in_object(const struct json_reader *r)
{
	return r->depth > 0 && (r->objects >> (r->depth - 1) & 1) != 0;
}

static enum json_token
open_container(struct json_reader *r, bool object)
{
	if (r->depth == JSON_DEPTH)
		return broken(r);
	uint64_t bit = (uint64_t)1 << r->depth++;
	r->objects = object ? r->objects | bit : r->objects & ~bit;
	r->state = object ? JSON_NEEDS_KEY_OR_END : JSON_NEEDS_VALUE_OR_END;
	r->token = slice_sub(r->text, r->at, r->at + 1);
	r->at++;
	return object ? JSON_OBJECT : JSON_ARRAY;
}

static enum json_token
close_container(struct json_reader *r)
{
	enum json_token token = in_object(r) ? JSON_OBJECT_END : JSON_ARRAY_END;

	r->token = slice_sub(r->text, r->at, r->at + 1);
	r->at++;
	r->depth--;
	r->state = JSON_BEHIND_VALUE;
	return token;
}

/* At a quote. */
static bool
read_string(struct json_reader *r)
{
	size_t from = ++r->at;

	for (; r->at < r->text.len; r->at++) {
		char c = r->text.ptr[r->at];

		if (c == '"') {
			r->token = slice_sub(r->text, from, r->at++);
			return true;
		}
		if ((unsigned char)c < ' ')
			return false;
		if (c == '\\')
			r->at++;
	}
	return false;
}

static bool
is_plain(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '+' || c == '.';
}

/* A number, true, false or null; a number is not looked at closely. */
static enum json_token
read_plain(struct json_reader *r)
{
	size_t from = r->at;

	while (is_plain(peek(r)))
		r->at++;
	r->token = slice_sub(r->text, from, r->at);
	r->state = JSON_BEHIND_VALUE;
	if (r->token.len > 0 && (ascii_is_digit(r->token.ptr[0]) || r->token.ptr[0] == '-'))
		return JSON_NUMBER;
	if (slice_eq_str(r->token, "true") || slice_eq_str(r->token, "false") ||
	    slice_eq_str(r->token, "null"))
		return JSON_WORD;
	return broken(r);
}

static enum json_token
read_value(struct json_reader *r)
{
	char c = peek(r);

	if (c == '{' || c == '[')
		return open_container(r, c == '{');
	if (c != '"')
		return read_plain(r);
	if (!read_string(r))
		return broken(r);
	r->state = JSON_BEHIND_VALUE;
	return JSON_STRING;
}

static enum json_token
read_key(struct json_reader *r)
{
	if (peek(r) != '"' || !read_string(r))
		return broken(r);
	skip_space(r);
	if (peek(r) != ':')
		return broken(r);
	r->at++;
	r->state = JSON_NEEDS_VALUE;
	return JSON_KEY;
}

static enum json_token
go_on(struct json_reader *r)
{
	char c = peek(r);

	if (r->depth == 0)
		return r->at == r->text.len ? JSON_END : broken(r);
	if (c == (in_object(r) ? '}' : ']'))
		return close_container(r);
	if (c != ',')
		return broken(r);
	r->at++;
	skip_space(r);
	return in_object(r) ? read_key(r) : read_value(r);
}

enum json_token
json_next(struct json_reader *r)
{
	skip_space(r);
	switch (r->state) {
	case JSON_NEEDS_VALUE:
		return read_value(r);
	case JSON_NEEDS_VALUE_OR_END:
		return peek(r) == ']' ? close_container(r) : read_value(r);
	case JSON_NEEDS_KEY_OR_END:
		return peek(r) == '}' ? close_container(r) : read_key(r);
	case JSON_BEHIND_VALUE:
		return go_on(r);
	default:
		return JSON_ERROR;
	}
}

bool
json_is_object_with(struct slice text, const char *key)
{
	struct json_reader r = {.text = text};
	bool has = key == NULL;
	enum json_token token = json_next(&r);

	if (token != JSON_OBJECT)
		return false;
	while (token != JSON_END && token != JSON_ERROR) {
		token = json_next(&r);
		has |= key && token == JSON_KEY && r.depth == 1 && slice_eq_str(r.token, key);
	}
	return has && token == JSON_END;
}

/* ---- strings ---- */

/* The four digits behind "\\u" at *at, which moves behind them; -1 where there is no such escape. */
static long
utf16_unit(struct slice s, size_t *at)
{
	long unit = 0;

	if (!slice_starts(slice_sub(s, *at, s.len), "\\u") || s.len - *at < 6)
		return -1;
	for (size_t i = *at + 2; i < *at + 6; i++)
		unit = unit << 4 | ascii_hex_value(s.ptr[i]);
	*at += 6;
	return unit;
}

static void
add_unit(struct buf *out, struct slice s, size_t *at)
{
	long high = utf16_unit(s, at), low = -1;
	size_t behind = *at;

	if (high >= 0xd800 && high < 0xdc00)
		low = utf16_unit(s, &behind);
	if (low >= 0xdc00 && low < 0xe000) {
		*at = behind;
		high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
	}
	utf8_add(out, high >= 0xd800 && high < 0xe000 ? 0xfffd : (unsigned long)high);
}

void
json_text(struct buf *out, struct slice token)
{
	static const char names[] = "bfnrt\"\\/", bytes[] = "\b\f\n\r\t\"\\/";

	for (size_t at = 0; at < token.len;) {
		const char *name = token.ptr[at] == '\\' && at + 1 < token.len && token.ptr[at + 1] != '\0'
					   ? strchr(names, token.ptr[at + 1])
					   : NULL;
		if (name) {
			buf_add_char(out, bytes[name - names]);
			at += 2;
		} else if (slice_starts(slice_sub(token, at, token.len), "\\u")) {
			add_unit(out, token, &at);
		} else {
			buf_add_char(out, token.ptr[at++]);
		}
	}
}
