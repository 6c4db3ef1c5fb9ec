/*
 * dialect_csharp.c - C#
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"global_statement", SHAPE_THROUGH, 0},
	{"local_function_statement", SHAPE_FUNCTION, 0},
	{"attribute_argument_list", SHAPE_ARGUMENTS, 0},
	{"attribute_argument", SHAPE_SINGLE, 0},
	{"argument", SHAPE_SINGLE, 0},
	{"invocation_expression", SHAPE_CALL, 0},
	{"member_access_expression", SHAPE_ATTRIBUTE, 0},
	{"qualified_name", SHAPE_ATTRIBUTE, 0},
	{"local_declaration_statement", SHAPE_THROUGH, 0},
	{"variable_declaration", SHAPE_DECLARATION, 0},
	{"field_declaration", SHAPE_NODE, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"constructor_declaration", SHAPE_FUNCTION, 0},
	{"modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"attribute", SHAPE_NODE, 0},
	{"attribute_list", SHAPE_NODE, SHAPE_OPTIONAL},
	{"bracketed_argument_list", SHAPE_ARGUMENTS, 0},
	{"initializer_expression", SHAPE_DICTIONARY, 0},
	{"interpolated_string_expression", SHAPE_STRING, 0},
	{"base_list", SHAPE_NODE, SHAPE_OPTIONAL},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"zq = ", ";", true}, {"", ""}, {"", ";"}, {"class Zq {", "}"}, {NULL, NULL}};
/* An expression is no statement there, an assignment is. */
static const char *const dots[] = {".", ". = ,;", ". ,", ". ,;", ". = ,", NULL};
static const char *const metavariables[] = {".", ", .", NULL};

const struct dialect dialect_csharp = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.metavariables = metavariables,
	.text_prefixes = "$",
	.types = TYPES_BEFORE,
	.fields_are_names = true,
};
