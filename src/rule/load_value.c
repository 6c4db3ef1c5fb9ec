#include <stdarg.h>
#include <stdio.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "rule/load.h"

const char *
load_name_at(const struct loader *ld, struct rule_position at)
{
	return at.document == DOCUMENT_LISTS ? ld->lists_name : ld->name;
}

int
load_fail(struct loader *ld, const struct tree_node *node, const char *fmt, ...)
{
	char message[640];
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof(message), fmt, args);
	va_end(args);
	return tree_error(ld->err, load_name_at(ld, node->at), node->at, "%s", message);
}

int
load_unsupported(struct loader *ld, struct rule_position at, const char *fmt, ...)
{
	char message[256];
	va_list args;

	if (ld->unsupported.len > 0)
		return 0;
	va_start(args, fmt);
	vsnprintf(message, sizeof(message), fmt, args);
	va_end(args);
	ld->unsupported_at = at;
	return arena_dup(&ld->unsupported, ld->arena, slice_str(message)) < 0 ? err_oom(ld->err) : 0;
}

static int
fail_unknown_key(struct loader *ld, const struct tree_node *key, const char *what, const struct field *fields,
		 size_t nfields)
{
	struct buf known = BUF_INIT(4096);

	for (size_t i = 0; i < nfields; i++)
		buf_addf(&known, "%s%s", i == 0 ? "" : ", ", fields[i].key);
	load_fail(ld, key, "'%s' is no key of %s; known are: %s", shown(key->value).text, what,
		  known.ptr ? known.ptr : "");
	buf_release(&known);
	return -1;
}

int
load_fields(struct loader *ld, const struct tree_node *mapping, const char *what, const struct field *fields,
	    size_t nfields, void *target)
{
	if (mapping->kind != TREE_MAPPING)
		return load_fail(ld, mapping, "%s is a mapping (key: value)", what);
	for (const struct tree_node *key = mapping->first; key; key = key->next->next) {
		size_t i = 0;
		while (i < nfields && !slice_eq_str(key->value, fields[i].key))
			i++;
		if (i == nfields)
			return fail_unknown_key(ld, key, what, fields, nfields);
		if (fields[i].read(ld, target, key) < 0)
			return -1;
	}
	return 0;
}

const struct tree_node *
load_key(const struct tree_node *mapping, const char *key)
{
	for (const struct tree_node *k = mapping->first; k; k = k->next->next)
		if (slice_eq_nocase(k->value, key))
			return k;
	return NULL;
}

static int
copy_text(struct loader *ld, struct slice *out, const struct tree_node *key, const struct tree_node *value)
{
	if (value->kind != TREE_SCALAR || tree_is_null(value) || value->value.len == 0)
		return load_fail(ld, value, "'%s' expects text here", shown(key->value).text);
	return arena_dup(out, ld->arena, value->value) < 0 ? err_oom(ld->err) : 0;
}

int
load_text(struct loader *ld, struct slice *out, const struct tree_node *key)
{
	return copy_text(ld, out, key, key->next);
}

int
load_bool(struct loader *ld, bool *out, const struct tree_node *key)
{
	const struct tree_node *value = key->next;

	if (value->kind == TREE_SCALAR && slice_eq_nocase(value->value, "true"))
		*out = true;
	else if (value->kind == TREE_SCALAR && slice_eq_nocase(value->value, "false"))
		*out = false;
	else
		return load_fail(ld, value, "'%s' is true or false", shown(key->value).text);
	return 0;
}

static bool
parse_decimal(double *out, struct slice s)
{
	double value = 0, unit = 1;
	bool digits = false, fraction = false;

	if (s.len > 20)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '.' && !fraction) {
			fraction = true;
			continue;
		}
		if (!ascii_is_digit(s.ptr[i]))
			return false;
		digits = true;
		value = value * 10 + (s.ptr[i] - '0');
		unit *= fraction ? 10 : 1;
	}
	*out = value / unit;
	return digits;
}

int
load_number(struct loader *ld, double *out, const struct tree_node *key, double min, double max)
{
	const struct tree_node *value = key->next;

	if (value->kind == TREE_SCALAR && parse_decimal(out, value->value) && *out >= min && *out <= max)
		return 0;
	return load_fail(ld, value, "'%s' is a number from %g to %g", shown(key->value).text, min, max);
}

static bool
is_metavariable(struct slice s)
{
	size_t i = slice_starts(s, "$...") ? 4 : 1, digits = 0;

	if (!slice_starts(s, "$") || s.len <= i || s.len > 100)
		return false;
	for (size_t at = i; at < s.len; at++) {
		if (!ascii_is_alnum(s.ptr[at]) && s.ptr[at] != '_')
			return false;
		digits += ascii_is_digit(s.ptr[at]);
	}
	/* A name starts with a letter; a group is all digits. */
	return !ascii_is_digit(s.ptr[i]) || (i == 1 && digits == s.len - 1);
}

int
load_metavariable(struct loader *ld, struct slice *out, const struct tree_node *node)
{
	if (node->kind != TREE_SCALAR || !is_metavariable(node->value))
		return load_fail(ld, node, "expected a metavariable, $NAME or $1");
	return arena_dup(out, ld->arena, node->value) < 0 ? err_oom(ld->err) : 0;
}

int
load_lower_case(struct loader *ld, struct slice *text, const struct tree_node *node)
{
	char *lower = arena_strndup(ld->arena, text->ptr, text->len);

	(void)node;
	if (!lower)
		return err_oom(ld->err);
	for (size_t i = 0; i < text->len; i++)
		lower[i] = ascii_lower(lower[i]);
	*text = slice_of(lower, text->len);
	return 0;
}

int
load_texts(struct loader *ld, const struct slice **out, size_t *n, const struct tree_node *key,
	   text_converter convert)
{
	const struct tree_node *value = key->next;
	bool single = value->kind == TREE_SCALAR;
	size_t count = single ? 1 : value->n;

	if (value->kind == TREE_MAPPING)
		return load_fail(ld, value, "'%s' expects a list of texts", shown(key->value).text);
	struct slice *texts = arena_array(ld->arena, count, sizeof(*texts));
	if (!texts)
		return err_oom(ld->err);
	const struct tree_node *item = single ? value : value->first;
	for (size_t i = 0; i < count; i++, item = item->next) {
		if (copy_text(ld, &texts[i], key, item) < 0)
			return -1;
		if (convert && convert(ld, &texts[i], item) < 0)
			return -1;
	}
	*out = texts;
	*n = count;
	return 0;
}
