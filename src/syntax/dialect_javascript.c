/*
 * dialect_javascript.c - JavaScript and TypeScript, with JSX and without
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"lexical_declaration", SHAPE_THROUGH, 0},
	{"variable_declaration", SHAPE_THROUGH, 0},
	{"export_statement", SHAPE_DECORATED, 0},
	{"decorator", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_CALLS},
	{"shorthand_property_identifier", SHAPE_SHORTHAND, 0},
	{"shorthand_property_identifier_pattern", SHAPE_SHORTHAND, 0},
	{"assignment_pattern", SHAPE_PARAMETER, 0},
	{"labeled_statement", SHAPE_PAIR, 0}, /* a pattern `a: 1` is a field */
	{"statement_identifier", SHAPE_NAME, 0},
	{"object_pattern", SHAPE_DICTIONARY, 0},
	{"array_pattern", SHAPE_LIST, 0},
	{"pair_pattern", SHAPE_PAIR, 0},
	{"optional_chain", SHAPE_DROP, 0},
	{"method_definition", SHAPE_FUNCTION, 0},
	{"hash_bang_line", SHAPE_DROP, 0},
	{"non_null_expression", SHAPE_THROUGH, 0},
	{"as_expression", SHAPE_NODE, SHAPE_EXPRESSION | SHAPE_IS_FIRST},
	{"satisfies_expression", SHAPE_NODE, SHAPE_EXPRESSION | SHAPE_IS_FIRST},
	{"type_arguments", SHAPE_NODE, SHAPE_OPTIONAL},
	{"for_in_statement", SHAPE_LOOP, 0},
	{"regex_flags", SHAPE_NODE, SHAPE_OPTIONAL},
	{"jsx_element", SHAPE_ELEMENT, SHAPE_EXPRESSION},
	{"jsx_self_closing_element", SHAPE_ELEMENT, SHAPE_EXPRESSION},
	{"jsx_opening_element", SHAPE_THROUGH, 0},
	{"jsx_closing_element", SHAPE_DROP, 0},
	{"jsx_attribute", SHAPE_KEYWORD, 0},
	{"jsx_expression", SHAPE_THROUGH, 0},
	{"jsx_text", SHAPE_STRING, 0},
	{"field_definition", SHAPE_ASSIGN, 0},
	{"public_field_definition", SHAPE_ASSIGN, 0},
	{"import_statement", SHAPE_NODE, SHAPE_IMPORT},
	{"variable_declarator", SHAPE_ASSIGN, SHAPE_DECLARES | SHAPE_IMPORT},
	{"accessibility_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"template_substitution", SHAPE_NODE, SHAPE_TEXT_HOLE},
	{NULL},
};

static const struct dialect_field fields[] = {{"right", ROLE_DEFAULT}, {NULL}};

static const struct dialect_frame frames[] = {
	{"zq = ", "", .record = true},  {"", ""},        {"zq = ", ""}, {"class Zq {", "}"},
	{"async function zq() {", "}"}, {"zq = {", "}"}, {"zq(", ")"},  {NULL, NULL}};
static const char *const dots[] = {".", ".;", ".;;", "{.}", ". = ,", ".: ,", NULL};

static struct slice
unquoted(struct slice s)
{
	return s.len >= 2 && strchr("\"'`", s.ptr[0]) ? slice_sub(s, 1, s.len - 1) : slice_of(NULL, 0);
}

static bool
is_renaming(struct slice word)
{
	return slice_eq_str(word, "as") || slice_eq_str(word, ":");
}

/* What stands before "from", or before "= require": a, * as b, {c, d as e, f: g}. */
static int
read_names(const struct import_taker *taker, struct slice names, struct slice module, struct slice plain)
{
	struct slice word, next, item = {NULL, 0};
	bool braces = false, renamed = false;

	while (import_word(&names, &word)) {
		struct slice rest = names;
		if (is_renaming(word)) {
			renamed = true;
			continue;
		}
		bool renames = import_word(&rest, &next) && is_renaming(next);
		if (slice_eq_str(word, "{") || slice_eq_str(word, "}")) {
			braces = word.ptr[0] == '{';
			continue;
		}
		if (!renamed)
			item = slice_eq_str(word, "*") ? slice_of(NULL, 0) : braces ? word : plain;
		if (!renames && import_take(taker, word, module, item) < 0)
			return -1;
		renamed = false;
	}
	return 0;
}

/* import a, {b as c} from 'm'; import 'm'; import a = require('m') */
static int
read_statement(const struct import_taker *taker, struct slice text)
{
	struct slice word, rest, none = {NULL, 0};

	import_word(&text, &word);
	rest = text;
	while (import_word(&rest, &word)) {
		struct slice names = slice_sub(text, 0, (size_t)(word.ptr - text.ptr));
		if (slice_eq_str(word, "from") && import_word(&rest, &word))
			return read_names(taker, names, unquoted(word), slice_str("default"));
		if (slice_eq_str(word, "require") && import_word(&rest, &word))
			return read_names(taker, slice_sub(names, 0, slice_chr(names, '=')), unquoted(word),
					  none);
		if (unquoted(word).len > 0)
			return import_take(taker, none, unquoted(word), none);
	}
	return 0;
}

/* a = require('m'); {a: b} = require('m'); a = require('m').b */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	const struct shape_node *nodes = tree->nodes;
	struct slice word, text, item = {NULL, 0};

	if (nodes[node].shape != SHAPE_ASSIGN)
		return read_statement(taker, shape_text(tree, node));
	uint32_t name = nodes[node].first, value = name;
	while (value != NODE_NONE && nodes[value].next != NODE_NONE)
		value = nodes[value].next;
	if (value == name)
		return 0;
	if (nodes[value].shape == SHAPE_ATTRIBUTE && nodes[value].first != NODE_NONE) {
		value = nodes[value].first;
		if (nodes[value].next != NODE_NONE)
			item = shape_text(tree, nodes[value].next);
	}
	text = shape_text(tree, value);
	if (nodes[value].shape != SHAPE_CALL || !import_word(&text, &word) ||
	    !slice_eq_str(word, "require") || !import_word(&text, &word) || unquoted(word).len == 0)
		return 0;
	if (nodes[name].shape == SHAPE_NAME)
		return import_take(taker, shape_text(tree, name), unquoted(word), item);
	return item.len > 0 ? 0 : read_names(taker, shape_text(tree, name), unquoted(word), item);
}

const struct dialect dialect_javascript = {
	.kinds = kinds,
	.fields = fields,
	.frames = frames,
	.lambdas_have_names = true,
	.dots = dots,
	.dots_prefix = '`',
	.records_are_open = true,
	.numbers_are_fractions = true,
	.read_import = read_import,
};
