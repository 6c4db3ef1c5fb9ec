/*
 * dialect_kotlin.c - Kotlin
 *
 * The grammar has `$x` in text as text; only `${x}` is an expression there.
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"function_value_parameters", SHAPE_PARAMETERS, 0},
	{"function_body", SHAPE_SINGLE, 0},
	{"class_parameters", SHAPE_PARAMETERS, 0},
	{"class_parameter", SHAPE_PARAMETER, 0},
	{"enum_class_body", SHAPE_BLOCK, 0}, /* what the grammar makes of `class A { ... }` */
	{"enum_entry", SHAPE_SINGLE, 0},
	{"primary_constructor", SHAPE_NODE, SHAPE_OPTIONAL},
	{"delegation_specifiers", SHAPE_NODE, SHAPE_OPTIONAL},
	{"user_type", SHAPE_WHOLE, SHAPE_OPTIONAL},
	{"nullable_type", SHAPE_WHOLE, SHAPE_OPTIONAL},
	{"value_arguments", SHAPE_ARGUMENTS, 0},
	{"value_argument", SHAPE_ARGUMENT, 0},
	{"annotated_lambda", SHAPE_ARGUMENTS, 0}, /* f { } is f({ }) */
	{"lambda_literal", SHAPE_LAMBDA, 0},
	{"navigation_expression", SHAPE_ATTRIBUTE, 0},
	{"index_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"property_declaration", SHAPE_LET, SHAPE_DECLARES},
	{"variable_declaration", SHAPE_THROUGH, 0},
	{"val", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"var", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"if_expression", SHAPE_IF, SHAPE_BRANCHES},
	{"for_statement", SHAPE_LOOP, SHAPE_BRANCHES},
	{"while_statement", SHAPE_NODE, SHAPE_BRANCHES},
	{"qualified_identifier", SHAPE_SINGLE, 0},
	{"import", SHAPE_NODE, SHAPE_IMPORT},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"", ""}, {"fun zq() {\n", "\n}"}, {"class Zq {\n", "\n}"}, {"val zq = ", "", true}, {NULL, NULL}};
static const char *const dots[] = {".", ".: ,", ". = ,", "\nval . = ,\n", NULL};

/* import a.b.C; import a.b.C as D */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, text = shape_text(tree, node);

	import_word(&text, &word);
	return slice_eq_str(word, "import") ? import_take_paths(taker, text, ".", "as") : 0;
}

const struct dialect dialect_kotlin = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.second = SECOND_NEVER,
	.imports_are_paths = true,
	.read_import = read_import,
};
