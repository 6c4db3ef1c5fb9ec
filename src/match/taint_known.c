/*
 * taint_known.c - functions that mean the same wherever they are met, by their names
 */
#include "match/taint_machine.h"

/* The last name of what is called: `parseInt` of Integer.parseInt(x). */
struct slice
taint_called_name(const struct taint_machine *m, uint32_t call)
{
	uint32_t callee = m->nodes[call].first;

	if (callee == NODE_NONE)
		return slice_of(NULL, 0);
	uint32_t member = flow_member(&m->unit->shape, callee);
	if (m->nodes[callee].shape == SHAPE_ATTRIBUTE && member != NODE_NONE)
		callee = member;
	return shape_text(&m->unit->shape, callee);
}

bool
taint_is_one_of(struct slice name, const char *const *list)
{
	for (; *list; list++)
		if (slice_eq_str(name, *list))
			return true;
	return false;
}

bool
taint_gives_safe_type(const struct taint_machine *m, uint32_t call)
{
	static const char *const numbers[] = {
		"int",        "float",    "len",       "length",      "size", "count",    "parseInt",
		"parseFloat", "Number",   "parseLong", "parseDouble", "Atoi", "ParseInt", "ParseFloat",
		"intval",     "floatval", "strlen",    "to_i",        "to_f", "atoi",     "atol",
		"strtol",     "indexOf",  "valueOf",   "Parse",       NULL};
	static const char *const booleans[] = {"bool",       "isinstance", "startswith",   "endswith",
					       "startsWith", "endsWith",   "equals",       "contains",
					       "includes",   "Boolean",    "parseBoolean", "isEmpty",
					       "boolval",    "HasPrefix",  "HasSuffix",    "Contains",
					       NULL};
	struct slice name = taint_called_name(m, call);

	return (m->taint->safe_numbers && taint_is_one_of(name, numbers)) ||
	       (m->taint->safe_booleans && taint_is_one_of(name, booleans));
}

/* Of a language's own lists and buffers: a call puts its arguments into what it is called on. */
bool
taint_puts_in(enum language lang, struct slice name)
{
	static const char *const python[] = {"append", "extend", NULL};
	static const char *const javascript[] = {"push", "unshift", NULL};
	static const char *const java[] = {"append", "add", "addAll", "put", "putAll", NULL};
	static const char *const csharp[] = {"Append", "AppendLine", "AppendFormat", "Add", NULL};
	static const char *const go[] = {"WriteString", NULL};
	static const char *const ruby[] = {"concat", "push", "append", NULL};

	switch (lang) {
	case LANG_PYTHON:
		return taint_is_one_of(name, python);
	case LANG_JAVASCRIPT:
	case LANG_TYPESCRIPT:
		return taint_is_one_of(name, javascript);
	case LANG_JAVA:
	case LANG_KOTLIN:
		return taint_is_one_of(name, java);
	case LANG_CSHARP:
		return taint_is_one_of(name, csharp);
	case LANG_GO:
		return taint_is_one_of(name, go);
	case LANG_RUBY:
		return taint_is_one_of(name, ruby);
	default:
		return false;
	}
}

/* Whether a function given to such a method gets what the method is called on. */
bool
taint_is_each(struct slice name)
{
	static const char *const each[] = {
		"each",    "map",    "forEach", "filter", "flatMap", "collect", "select",
		"reduce",  "some",   "every",   "find",   "then",    "tap",     "each_with_index",
		"ForEach", "Select", "Where",   NULL};

	return taint_is_one_of(name, each);
}
