/*
 * dialect_swift.c - Swift
 *
 * The grammar reads a[1] as a call of a, so a pattern for calls finds it.
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"simple_identifier", SHAPE_NAME, 0},
	{"statements", SHAPE_BLOCK, 0},
	{"function_body", SHAPE_THROUGH, 0},
	{"function_declaration", SHAPE_FUNCTION, SHAPE_PARENTHESES},
	{"init_declaration", SHAPE_NODE, SHAPE_PARENTHESES},
	{"inheritance_specifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"user_type", SHAPE_WHOLE, SHAPE_OPTIONAL},
	{"optional_type", SHAPE_WHOLE, SHAPE_OPTIONAL},
	{"type_annotation", SHAPE_THROUGH, 0},
	{"property_declaration", SHAPE_LET, SHAPE_DECLARES},
	{"value_binding_pattern", SHAPE_DROP, 0},
	{"pattern", SHAPE_SINGLE, 0},
	{"directly_assignable_expression", SHAPE_THROUGH, 0},
	{"call_suffix", SHAPE_ARGUMENTS, 0}, /* f(x) { } is f(x, { }) */
	{"value_arguments", SHAPE_THROUGH, 0},
	{"value_argument", SHAPE_ARGUMENT, 0},
	{"value_argument_label", SHAPE_THROUGH, 0},
	{"lambda_literal", SHAPE_LAMBDA, 0},
	{"navigation_expression", SHAPE_ATTRIBUTE, 0},
	{"navigation_suffix", SHAPE_THROUGH, 0},
	{"array_literal", SHAPE_LIST, 0},
	{"additive_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"try_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"line_string_literal", SHAPE_STRING, 0},
	{"multi_line_string_literal", SHAPE_STRING, 0},
	{"line_str_text", SHAPE_NAME, 0},
	{"multi_line_str_text", SHAPE_NAME, 0},
	{"interpolated_expression", SHAPE_SINGLE, SHAPE_TEXT_HOLE},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"", ""}, {"func zq() {\n", "\n}"}, {"class Zq {\n", "\n}"}, {"let zq = ", "", true}, {NULL, NULL}};
static const char *const dots[] = {".", ".: ,", "var .: ,\n", NULL};

const struct dialect dialect_swift = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.second = SECOND_NEVER,
	.text_hole = "\\(",
};
