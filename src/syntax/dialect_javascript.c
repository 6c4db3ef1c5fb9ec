/*
 * dialect_javascript.c - JavaScript and TypeScript, with JSX and without
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"lexical_declaration", SHAPE_THROUGH, 0},
	{"variable_declaration", SHAPE_THROUGH, 0},
	{"export_statement", SHAPE_THROUGH, 0},
	{"shorthand_property_identifier", SHAPE_NAME, 0},
	{"shorthand_property_identifier_pattern", SHAPE_NAME, 0},
	{"object_pattern", SHAPE_DICTIONARY, 0},
	{"array_pattern", SHAPE_LIST, 0},
	{"pair_pattern", SHAPE_PAIR, 0},
	{"optional_chain", SHAPE_DROP, 0},
	{"method_definition", SHAPE_FUNCTION, 0},
	{"hash_bang_line", SHAPE_DROP, 0},
	{"non_null_expression", SHAPE_THROUGH, 0},
	{"as_expression", SHAPE_NODE, 0},
	{"accessibility_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"", ""},     {"zq = ", ""}, {"class Zq {", "}"}, {"async function zq() {", "}"},
	{"zq(", ")"}, {NULL, NULL}};

const struct dialect dialect_javascript = {
	.kinds = kinds,
	.frames = frames,
};
