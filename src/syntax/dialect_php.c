/*
 * dialect_php.c - PHP
 */
#include "syntax/dialect.h"

#include "base/ascii.h"

static const struct dialect_kind kinds[] = {
	{"argument", SHAPE_SINGLE, 0},
	{"php_tag", SHAPE_DROP, 0},
	{"name", SHAPE_NAME, 0},
	{"variable_name", SHAPE_NAME, SHAPE_TEXT_HOLE},
	{"qualified_name", SHAPE_NAME, 0},
	{"function_call_expression", SHAPE_CALL, 0},
	{"member_call_expression", SHAPE_METHOD_CALL, 0},
	{"nullsafe_member_call_expression", SHAPE_METHOD_CALL, 0},
	{"scoped_call_expression", SHAPE_METHOD_CALL, 0},
	{"member_access_expression", SHAPE_ATTRIBUTE, 0},
	{"class_constant_access_expression", SHAPE_ATTRIBUTE, 0},
	{"array_creation_expression", SHAPE_DICTIONARY, 0},
	{"array_element_initializer", SHAPE_ENTRY, 0},
	{"property_element", SHAPE_ASSIGN, 0},
	{"include_expression", SHAPE_COMMAND, 0},
	{"include_once_expression", SHAPE_COMMAND, 0},
	{"require_expression", SHAPE_COMMAND, 0},
	{"require_once_expression", SHAPE_COMMAND, 0},
	{"print_intrinsic", SHAPE_COMMAND, 0},
	{"heredoc", SHAPE_STRING, 0},
	{"nowdoc", SHAPE_STRING, 0},
	{"heredoc_start", SHAPE_DROP, 0},
	{"heredoc_end", SHAPE_DROP, 0},
	{"anonymous_function_use_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"namespace_use_declaration", SHAPE_NODE, SHAPE_IMPORT},
	{"visibility_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"static_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"<?php ", ";"}, {"<?php ", ""}, {"<?php class Zq {", "}"}, {NULL, NULL}};
static const char *const dots[] = {"$.", "$.;", ".", "public $.;", "$.;;", NULL};
static const char *const metavariables[] = {"$.", ".", NULL};

/* Its own variables look like metavariables. */
static const char *const superglobals[] = {"_GET",   "_POST",    "_COOKIE", "_REQUEST", "_SERVER",
					   "_FILES", "_SESSION", "_ENV",    "GLOBALS",  NULL};

/* Its functions know no case. */
static bool
names_equal(struct slice a, struct slice b)
{
	if (a.len != b.len || slice_starts(a, "$"))
		return false;
	size_t i = 0;
	while (i < a.len && ascii_lower(a.ptr[i]) == ascii_lower(b.ptr[i]))
		i++;
	return i == a.len;
}

/* use A\B; use A\B as C, D\E; */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, text = shape_text(tree, node);

	while (import_word(&text, &word)) {
		if (slice_eq_str(word, "use") || slice_eq_str(word, "function") ||
		    slice_eq_str(word, "const"))
			continue;
		struct slice rest = text, next, path = word, name = word;
		if (slice_eq_str(word, "{")) /* use A\{B, C} */
			return 0;
		for (size_t i = 0; i < word.len; i++)
			if (word.ptr[i] == '\\')
				name = slice_sub(word, i + 1, word.len);
		if (import_word(&rest, &next) && slice_eq_str(next, "as") && import_word(&rest, &name))
			text = rest;
		if (import_take(taker, name, path, slice_of(NULL, 0)) < 0)
			return -1;
	}
	return 0;
}

const struct dialect dialect_php = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.metavariables = metavariables,
	.variables = superglobals,
	.text_hole = "$",
	.whole_text_is_hole = true,
	.names_equal = names_equal,
	.types = TYPES_BEFORE,
	.assigning_declares = true,
	.functions_are_bare = true,
	.read_import = read_import,
};
