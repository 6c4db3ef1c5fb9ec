/*
 * dialect_go.c - Go
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"statement_list", SHAPE_THROUGH, 0},
	{"literal_element", SHAPE_THROUGH, 0},
	{"var_declaration", SHAPE_THROUGH, 0},
	{"const_declaration", SHAPE_THROUGH, 0},
	{"var_spec_list", SHAPE_THROUGH, 0},
	{"package_identifier", SHAPE_NAME, 0},
	{"qualified_type", SHAPE_ATTRIBUTE, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"import_spec_list", SHAPE_THROUGH, 0},
	{"import_declaration", SHAPE_THROUGH, 0},
	{"interpreted_string_literal_content", SHAPE_NAME, 0},
	{NULL},
};

static const struct dialect_frame frames[] = {{"package p\nfunc zq() {\n", "\n}"},
					      {"package p\nvar zq = ", "", true},
					      {"package p\n", ""},
					      {"", ""},
					      {"package p\ntype zq struct {\n", "\n}"},
					      {NULL, NULL}};

const struct dialect dialect_go = {
	.kinds = kinds,
	.frames = frames,
};
