/*
 * dialect_ruby.c - Ruby
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"call", SHAPE_METHOD_CALL, 0},
	{"constant", SHAPE_NAME, 0},
	{"method", SHAPE_FUNCTION, 0},
	{"singleton_method", SHAPE_FUNCTION, 0},
	{"class", SHAPE_CLASS, 0},
	{"do_block", SHAPE_LAMBDA, SHAPE_OPTIONAL},
	{"block", SHAPE_LAMBDA, SHAPE_OPTIONAL},
	{"block_body", SHAPE_BLOCK, 0},
	{"then", SHAPE_BLOCK, 0},
	{"scope_resolution", SHAPE_ATTRIBUTE, 0},
	{"hash_key_symbol", SHAPE_NAME, 0},
	{"simple_symbol", SHAPE_NAME, 0},
	{"if_modifier", SHAPE_NODE, 0},
	{NULL},
};

static const char *const dots[] = {".", "**.", ".: ,", NULL};
static const char *const metavariables[] = {".", "^", NULL};

/* `:a => 1` and `a: 1` are one. */
static bool
names_equal(struct slice a, struct slice b)
{
	return (slice_starts(a, ":") && slice_eq(slice_sub(a, 1, a.len), b)) ||
	       (slice_starts(b, ":") && slice_eq(slice_sub(b, 1, b.len), a));
}

const struct dialect dialect_ruby = {
	.kinds = kinds,
	.dots = dots,
	.second = SECOND_IN_BRACES,
	.metavariables = metavariables,
	.text_hole = "#{",
	.names_equal = names_equal,
	.types = TYPES_NONE,
	.assigning_declares = true,
	.implicit_return = true,
};
