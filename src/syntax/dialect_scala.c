/*
 * dialect_scala.c - Scala
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"template_body", SHAPE_BLOCK, 0},
	{"case_block", SHAPE_BLOCK, 0},
	{"indented_block", SHAPE_BLOCK, 0},
	{"val_definition", SHAPE_LET, SHAPE_DECLARES},
	{"var_definition", SHAPE_LET, SHAPE_DECLARES},
	{"val", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"var", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"modifiers", SHAPE_NODE, SHAPE_OPTIONAL},
	{"access_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"annotation", SHAPE_NODE, SHAPE_OPTIONAL},
	{"operator_identifier", SHAPE_NAME, 0},
	{"infix_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"prefix_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"postfix_expression", SHAPE_ATTRIBUTE, 0}, /* `a !` is a.! */
	{"instance_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"class_parameters", SHAPE_PARAMETERS, SHAPE_OPTIONAL},
	{"class_parameter", SHAPE_PARAMETER, 0},
	{"extends_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"lambda_expression", SHAPE_LAMBDA, SHAPE_ENDS_IN_BODY},
	{"bindings", SHAPE_PARAMETERS, 0},
	{"binding", SHAPE_PARAMETER, 0},
	{"generic_type", SHAPE_WHOLE, 0},
	{"interpolated_string_expression", SHAPE_STRING, 0},
	{"package_identifier", SHAPE_SINGLE, 0},
	{"import_declaration", SHAPE_NODE, SHAPE_IMPORT},
	{NULL},
};

static const struct dialect_field fields[] = {
	{"arguments", ROLE_ARGUMENT}, /* f { x } */
	{"type", ROLE_OPTIONAL},      /* val x: T = 1 */
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"", ""}, {"object Zq {\n", "\n}"}, {"object Zq { zq = ", "\n}", true}, {NULL, NULL}};
static const char *const dots[] = {".", ".: ,", ". = ,", NULL};

/* import a.b.C; import a.{b, c => d} */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, text = shape_text(tree, node);

	import_word(&text, &word);
	return slice_eq_str(word, "import") ? import_take_paths(taker, text, ".", "=>") : 0;
}

const struct dialect dialect_scala = {
	.kinds = kinds,
	.fields = fields,
	.frames = frames,
	.dots = dots,
	.second = SECOND_NEVER,
	.dots_any_prefix = true,
	.implicit_return = true,
	.functions_are_closed = true,
	.imports_are_paths = true,
	.read_import = read_import,
};
