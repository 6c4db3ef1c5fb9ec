/*
 * dialect_json.c - JSON
 *
 * It has no names, so a hole is read as quoted text.
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"object", SHAPE_DICTIONARY, 0}, {"pair", SHAPE_PAIR, 0},   {"array", SHAPE_LIST, 0},
	{"string", SHAPE_STRING, 0},     {"number", SHAPE_NAME, 0}, {NULL},
};

static const struct dialect_frame frames[] = {{"", ""}, {"{", "}"}, {NULL, NULL}};
static const char *const dots[] = {"\".\"", "\".\": \",\"", NULL};
static const char *const metavariables[] = {"\".\"", NULL};

const struct dialect dialect_json = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.metavariables = metavariables,
	.second = SECOND_IN_BRACES,
	.holes_are_quoted = true,
	.types = TYPES_NONE,
};
