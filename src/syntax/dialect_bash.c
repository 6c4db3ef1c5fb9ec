/*
 * dialect_bash.c - Bash
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"word", SHAPE_NAME, 0},
	{"command_name", SHAPE_THROUGH, 0},
	{"simple_expansion", SHAPE_NAME, 0},
	{"do_group", SHAPE_BLOCK, 0},
	{"raw_string", SHAPE_STRING, 0},
	{"variable_assignment", SHAPE_ASSIGN, 0},
	{NULL},
};

static const char *const dots[] = {".", "**.", ". = ,", NULL};

const struct dialect dialect_bash = {
	.kinds = kinds,
	.dots = dots,
	.second = SECOND_NEVER,
	.text_quotes = "\"",
	.types = TYPES_NONE,
	.assigning_declares = true,
};
