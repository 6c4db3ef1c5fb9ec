/*
 * dialect_terraform.c - Terraform's HCL
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"config_file", SHAPE_THROUGH, 0},
	{"block", SHAPE_NODE, 0},
	{"attribute", SHAPE_ASSIGN, 0},
	{"expression", SHAPE_SINGLE, 0},
	{"literal_value", SHAPE_THROUGH, 0},
	{"variable_expr", SHAPE_THROUGH, 0},
	{"collection_value", SHAPE_THROUGH, 0},
	{"tuple", SHAPE_LIST, 0},
	{"object", SHAPE_DICTIONARY, 0},
	{"object_elem", SHAPE_ASSIGN, 0},
	{"function_call", SHAPE_CALL, 0},
	{"function_arguments", SHAPE_ARGUMENTS, 0},
	{"string_lit", SHAPE_STRING, 0},
	{"quoted_template", SHAPE_STRING, 0},
	{"heredoc_template", SHAPE_STRING, 0},
	{"heredoc_start", SHAPE_DROP, 0},
	{"heredoc_identifier", SHAPE_DROP, 0},
	{"template_expr", SHAPE_THROUGH, 0},
	{"block_start", SHAPE_DROP, 0},
	{"block_end", SHAPE_DROP, 0},
	{"tuple_start", SHAPE_DROP, 0},
	{"tuple_end", SHAPE_DROP, 0},
	{"object_start", SHAPE_DROP, 0},
	{"object_end", SHAPE_DROP, 0},
	{"quoted_template_start", SHAPE_DROP, 0},
	{"quoted_template_end", SHAPE_DROP, 0},
	{"template_literal", SHAPE_NAME, 0},
	{"template_interpolation", SHAPE_NODE, SHAPE_TEXT_HOLE},
	{NULL},
};

static const struct dialect_frame frames[] = {{"", "\n"}, {"zq = ", "\n"}, {NULL, NULL}};
static const char *const dots[] = {".", ". = ,\n", ". = ,", NULL};

const struct dialect dialect_terraform = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.blocks_are_records = true,
	.types = TYPES_NONE,
	.assigning_declares = true,
};
