/*
 * dialect_python.c - Python
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"decorated_definition", SHAPE_DECORATED, 0},
	{"type", SHAPE_SINGLE, 0},
	{"dotted_name", SHAPE_SINGLE, 0},
	{"pattern_list", SHAPE_LIST, 0},
	{"expression_list", SHAPE_LIST, 0},
	{"tuple", SHAPE_LIST, 0},
	{"tuple_pattern", SHAPE_LIST, 0},
	{"set", SHAPE_LIST, 0},
	{"elif_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"import_statement", SHAPE_NODE, SHAPE_IMPORT},
	{"import_from_statement", SHAPE_NODE, SHAPE_IMPORT},
	{"future_import_statement", SHAPE_NODE, SHAPE_IMPORT},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"", ""}, {"", "\ndef zq(): pass"}, {"try: pass\n", ""}, {"zq(", ")"}, {NULL, NULL}};
static const char *const dots[] = {".", "**.", ". = ,", NULL};

/* from a.b import c as d, e; import a.b as c */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, text = shape_text(tree, node), module = {NULL, 0}, item = {NULL, 0};
	bool as = false;

	import_word(&text, &word);
	if (slice_eq_str(word, "from") && (!import_word(&text, &module) || !import_word(&text, &word)))
		return 0;
	if (!slice_eq_str(word, "import"))
		return 0;
	while (import_word(&text, &word)) {
		if (slice_eq_str(word, "as")) {
			as = true;
			continue;
		}
		if (as) {
			as = false;
			if ((module.len > 0 ? import_take(taker, word, module, item)
					    : import_take(taker, word, item, module)) < 0)
				return -1;
			item.len = 0;
			continue;
		}
		if (item.len > 0 && module.len > 0 && import_take(taker, item, module, item) < 0)
			return -1;
		item = word;
	}
	return item.len > 0 && module.len > 0 ? import_take(taker, item, module, item) : 0;
}

const struct dialect dialect_python = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.second = SECOND_IN_BRACES,
	.text_prefixes = "fF",
	.dots_prefix = 'f',
	.read_import = read_import,
	.assigning_declares = true,
};
