#include "report/json_emit.h"

#include "base/escape.h"
#include "report/report_util.h"

void
json_emit_init(struct json_emit *e, struct buf *out)
{
	*e = (struct json_emit){.out = out};
}

static void
new_line(struct json_emit *e)
{
	buf_add_char(e->out, '\n');
	for (unsigned i = 0; i < e->depth; i++)
		buf_add_str(e->out, "  ");
}

/* What stands before a member; keys are our own literals. */
static void
begin_member(struct json_emit *e, const char *key)
{
	if (e->depth > 0) {
		if (e->filled[e->depth - 1])
			buf_add_char(e->out, ',');
		e->filled[e->depth - 1] = true;
		new_line(e);
	}
	if (key)
		buf_addf(e->out, "\"%s\": ", key);
}

void
json_emit_open(struct json_emit *e, const char *key, char bracket)
{
	begin_member(e, key);
	buf_add_char(e->out, bracket);
	if (e->depth == JSON_EMIT_DEPTH) {
		e->failed = true;
		return;
	}
	e->filled[e->depth++] = false;
}

void
json_emit_close(struct json_emit *e, char bracket)
{
	if (e->depth == 0) {
		e->failed = true;
		return;
	}
	e->depth--;
	if (e->filled[e->depth])
		new_line(e);
	buf_add_char(e->out, bracket);
}

/* Text from jansson; every LF in it is between tokens, and a DEL, which it does not take for a
 * control, in a string. */
static int
add_indented(const char *text, size_t size, void *ctx)
{
	struct json_emit *e = ctx;

	for (size_t i = 0; i < size; i++) {
		if (text[i] == '\n')
			new_line(e);
		else if (text[i] == 0x7f)
			buf_add_str(e->out, "\\u007F");
		else
			buf_add_char(e->out, text[i]);
	}
	return buf_ok(e->out) ? 0 : -1;
}

void
json_emit_value(struct json_emit *e, const char *key, json_t *value)
{
	const size_t flags = JSON_INDENT(2) | JSON_ENCODE_ANY | JSON_ENSURE_ASCII | JSON_REAL_PRECISION(12);

	begin_member(e, key);
	if (!value || json_dump_callback(value, add_indented, e, flags) < 0)
		e->failed = true;
	json_decref(value);
}

int
json_emit_end(struct json_emit *e, struct err *err)
{
	buf_add_char(e->out, '\n');
	if (report_done(e->out, err) < 0)
		return -1;
	return e->failed || e->depth > 0 ? err_oom(err) : 0;
}

json_t *
json_of_slice(struct slice s)
{
	struct buf text = BUF_INIT(SIZE_MAX / 2);

	escape_utf8(&text, s);
	struct slice valid = buf_slice(&text);
	json_t *value = buf_ok(&text) ? json_stringn(valid.ptr, valid.len) : NULL;
	buf_release(&text);
	return value;
}

json_t *
json_of_slice_or_null(struct slice s)
{
	return s.len > 0 ? json_of_slice(s) : json_null();
}

json_t *
json_of_count(uint64_t n)
{
	return json_integer((json_int_t)n);
}

json_t *
json_of_slices(const struct slice *items, size_t n)
{
	json_t *array = json_array();

	for (size_t i = 0; i < n; i++)
		json_append(&array, json_of_slice(items[i]));
	return array;
}

void
json_append(json_t **array, json_t *value)
{
	if (*array && value && json_array_append_new(*array, value) == 0)
		return;
	if (!*array || !value)
		json_decref(value);
	json_decref(*array);
	*array = NULL;
}
