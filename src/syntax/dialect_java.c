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
	{"explicit_constructor_invocation", SHAPE_CALL, 0},
	{"record_declaration", SHAPE_CLASS, 0},
	{"type_parameter", SHAPE_PARAMETER, 0},
	{"type_arguments", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_NO_VALUE},
	{"catch_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"resource_specification", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_NO_VALUE},
	{"type_list", SHAPE_THROUGH, 0},
	{"scoped_type_identifier", SHAPE_ATTRIBUTE, 0},
	{"scoped_identifier", SHAPE_ATTRIBUTE, 0},
	{"resource", SHAPE_DECLARATION, 0},
	{"generic_type", SHAPE_NODE, SHAPE_IS_FIRST},
	{"enhanced_for_statement", SHAPE_LOOP, 0},
	{"inferred_parameters", SHAPE_PARAMETERS, 0},
	{"import_declaration", SHAPE_NODE, SHAPE_IMPORT},
	{"string_interpolation", SHAPE_NODE, SHAPE_TEXT_HOLE},
	{NULL},
};

static const struct dialect_field fields[] = {{"parameters", ROLE_PARAMETER}, {NULL}};

static const struct dialect_frame frames[] = {{"class Zq { Object zq = ", "; }", true},
					      {"class Zq { Zq() {", "}}"},
					      {"class Zq { Zq() {", ";}}"},
					      {"class Zq {", "}"},
					      {"", ""},
					      {"", " class Zq {}"},
					      {NULL, NULL}};

enum { DOTS_VALUE, DOTS_STATEMENT, DOTS_PARAMETER, DOTS_MEMBER, DOTS_NAMED, DOTS_CASE, DOTS_LOOP };
static const char *const dots[] = {[DOTS_VALUE] = ".",       [DOTS_STATEMENT] = ".;",
				   [DOTS_PARAMETER] = ". ,", [DOTS_MEMBER] = ". ,;",
				   [DOTS_NAMED] = ". = ,",   [DOTS_CASE] = "case ,: .; ,;",
				   [DOTS_LOOP] = ".;;",      NULL};
static const char *const metavariables[] = {".", ", .", NULL};

/* import a.b.C; import a.b.*; import static a.b.C.f; */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, text = shape_text(tree, node);
	size_t dot = (size_t)-1;

	import_word(&text, &word);
	if (!slice_eq_str(word, "import") || !import_word(&text, &word) ||
	    (slice_eq_str(word, "static") && !import_word(&text, &word)))
		return 0;
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] == '.')
			dot = i;
	if (dot == (size_t)-1)
		return import_take(taker, word, word, slice_of(NULL, 0));
	struct slice module = slice_sub(word, 0, dot), item = slice_sub(word, dot + 1, word.len);
	if (slice_eq_str(item, "*"))
		item.len = 0;
	return import_take(taker, item, module, item);
}

static unsigned
dots_form(struct slice pattern, size_t at, size_t len)
{
	static const unsigned char forms[PLACE_COUNT] = {
		[PLACE_STATEMENT] = DOTS_STATEMENT, [PLACE_MEMBER] = DOTS_MEMBER,
		[PLACE_VALUE] = DOTS_MEMBER,        [PLACE_CASE] = DOTS_CASE,
		[PLACE_LOOP] = DOTS_LOOP,           [PLACE_PARAMETER] = DOTS_PARAMETER,
		[PLACE_ANNOTATION] = DOTS_NAMED,
	};

	return forms[dialect_place(pattern, at, len)];
}

const struct dialect dialect_java = {
	.kinds = kinds,
	.fields = fields,
	.frames = frames,
	.dots = dots,
	.dots_form = dots_form,
	.metavariables = metavariables,
	.imports_are_paths = true,
	.read_import = read_import,
	.types = TYPES_BEFORE,
	.blocks_are_written = true,
	.fields_are_names = true,
};
