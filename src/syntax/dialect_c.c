/*
 * dialect_c.c - C and C++
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"declaration", SHAPE_DECLARATION, 0},
	{"pointer_declarator", SHAPE_THROUGH, 0},
	{"type_descriptor", SHAPE_SINGLE, 0},
	{"qualified_identifier", SHAPE_ATTRIBUTE, 0},
	{"namespace_identifier", SHAPE_NAME, 0},
	{"storage_class_specifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"type_qualifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"field_declaration", SHAPE_DECLARATION, 0},
	{"preproc_include", SHAPE_NODE, 0},
	{"initializer_list", SHAPE_LIST, 0},
	{NULL},
};

static const struct dialect_frame frames[] = {{"void zq(void) { zq = ", ";}", true},
					      {"void zq(void) {", "}"},
					      {"void zq(void) {", ";}"},
					      {"", ""},
					      {"", ";"},
					      {NULL, NULL}};
static const char *const metavariables[] = {".", ", .", NULL};

const struct dialect dialect_c = {
	.kinds = kinds,
	.frames = frames,
	.metavariables = metavariables,
	.types = TYPES_BEFORE,
	.fields_are_names = true,
};
