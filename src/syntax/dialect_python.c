/*
 * dialect_python.c - Python
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"decorated_definition", SHAPE_DECORATED, 0},
	{"type", SHAPE_NODE, SHAPE_NO_VALUE},
	{"slice", SHAPE_NODE, SHAPE_NO_VALUE},
	{"except_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"decorator", SHAPE_NODE, SHAPE_CALLS},
	{"named_expression", SHAPE_ASSIGN, 0},
	{"dotted_name", SHAPE_SINGLE, 0},
	{"pattern_list", SHAPE_LIST, 0},
	{"expression_list", SHAPE_LIST, 0},
	{"tuple", SHAPE_LIST, 0},
	{"tuple_pattern", SHAPE_LIST, 0},
	{"set", SHAPE_LIST, 0},
	{"import_statement", SHAPE_NODE, SHAPE_IMPORT},
	{"import_from_statement", SHAPE_NODE, SHAPE_IMPORT},
	{"future_import_statement", SHAPE_NODE, SHAPE_IMPORT},
	{NULL},
};

static const struct dialect_field fields[] = {{"cause", ROLE_OPTIONAL}, {"type", ROLE_OPTIONAL}, {NULL}};

static const struct dialect_frame frames[] = {
	{"", ""}, {"", "\ndef zq(): pass"}, {"try: pass\n", ""}, {"zq(", ")"}, {NULL, NULL}};
static const char *const dots[] = {".", "**.", ". = ,", NULL};

/* from a.b import c as d, e; import a.b as c */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, next, rest, text = shape_text(tree, node), module = {NULL, 0};

	import_word(&text, &word);
	if (slice_eq_str(word, "from") && (!import_word(&text, &module) || !import_word(&text, &word)))
		return 0;
	if (!slice_eq_str(word, "import"))
		return 0;
	while (import_word(&text, &word)) {
		struct slice name = word, item = word;
		rest = text;
		if (import_word(&rest, &next) && slice_eq_str(next, "as") && import_word(&rest, &name))
			text = rest;
		if (slice_eq_str(word, "*"))
			name.len = item.len = 0;
		/* `import a.b` gives no name but a, which is a. */
		if ((module.len > 0 ? import_take(taker, name, module, item)
				    : import_take(taker, name, word, slice_of(NULL, 0))) < 0)
			return -1;
	}
	return 0;
}

const struct dialect dialect_python = {
	.kinds = kinds,
	.fields = fields,
	.frames = frames,
	.dots = dots,
	.second = SECOND_IN_BRACES,
	.text_prefixes = "fF",
	.dots_prefix = 'f',
	.imports_are_paths = true,
	.read_import = read_import,
	.assigning_declares = true,
};
