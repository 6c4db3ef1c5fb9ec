/*
 * dialect_dockerfile.c - Dockerfiles; their grammar is ours (dockerfile.c)
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"word", SHAPE_NAME, 0},
	{"param", SHAPE_NODE, SHAPE_OPTIONAL},
	{"tag", SHAPE_NODE, SHAPE_OPTIONAL},
	{"digest", SHAPE_NODE, SHAPE_OPTIONAL},
	{"alias", SHAPE_NODE, SHAPE_OPTIONAL},
	{"group", SHAPE_NODE, SHAPE_OPTIONAL},
	{"pairs", SHAPE_DICTIONARY, SHAPE_LOOSE},
	{"commands", SHAPE_NODE, SHAPE_ANYWHERE},
	{"command", SHAPE_NODE, SHAPE_LOOSE},
	{"environment", SHAPE_NAME, SHAPE_OPTIONAL},
	{"redirect", SHAPE_NAME, SHAPE_OPTIONAL},
	{NULL},
};

static const char *const dots[] = {".", NULL};

const struct dialect dialect_dockerfile = {
	.kinds = kinds,
	.dots = dots,
	.second = SECOND_NEVER,
	.words_are_whole = true,
	.records_are_open = true,
};
