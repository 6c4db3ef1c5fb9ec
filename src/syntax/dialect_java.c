/*
 * dialect_java.c - Java
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"method_invocation", SHAPE_METHOD_CALL, 0},
	{"local_variable_declaration", SHAPE_DECLARATION, 0},
	{"field_declaration", SHAPE_DECLARATION, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"constructor_declaration", SHAPE_FUNCTION, 0},
	{"annotation_argument_list", SHAPE_ARGUMENTS, 0},
	{"element_value_pair", SHAPE_KEYWORD, 0},
	{"element_value_array_initializer", SHAPE_LIST, 0},
	{"array_initializer", SHAPE_LIST, 0},
	{"spread_parameter", SHAPE_PARAMETER, 0},
	{"type_list", SHAPE_THROUGH, 0},
	{"scoped_type_identifier", SHAPE_ATTRIBUTE, 0},
	{"scoped_identifier", SHAPE_ATTRIBUTE, 0},
	{"resource", SHAPE_DECLARATION, 0},
	{"inferred_parameters", SHAPE_PARAMETERS, 0},
	{"import_declaration", SHAPE_NODE, SHAPE_IMPORT},
	{NULL},
};

static const struct dialect_frame frames[] = {{"class Zq { Object zq = ", "; }", true},
					      {"class Zq { void zq() {", "}}"},
					      {"class Zq { void zq() {", ";}}"},
					      {"class Zq {", "}"},
					      {"", ""},
					      {"", " class Zq {}"},
					      {NULL, NULL}};
static const char *const metavariables[] = {".", ", .", NULL};

/* import a.b.C; */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, last, text = shape_text(tree, node);

	import_word(&text, &word);
	if (!slice_eq_str(word, "import") || !import_word(&text, &word) || slice_eq_str(word, "static"))
		return 0;
	last = word;
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] == '.')
			last = slice_sub(word, i + 1, word.len);
	if (slice_eq_str(last, "*") || last.len == word.len)
		return 0;
	return import_take(taker, last, word, slice_of(NULL, 0));
}

const struct dialect dialect_java = {
	.kinds = kinds,
	.frames = frames,
	.metavariables = metavariables,
	.read_import = read_import,
	.types = TYPES_BEFORE,
	.fields_are_names = true,
};
