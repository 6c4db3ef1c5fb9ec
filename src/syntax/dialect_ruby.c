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
	{"keyword_parameter", SHAPE_PARAMETER, 0}, /* `a:` is a parameter a, for its body and for a pattern */
	{"do_block", SHAPE_LAMBDA, SHAPE_OPTIONAL},
	{"block", SHAPE_LAMBDA, SHAPE_OPTIONAL},
	{"block_body", SHAPE_BLOCK, 0},
	{"then", SHAPE_BLOCK, 0},
	{"else", SHAPE_BLOCK, 0},
	{"scope_resolution", SHAPE_ATTRIBUTE, 0},
	{"hash_key_symbol", SHAPE_NAME, 0},
	{"simple_symbol", SHAPE_SYMBOL, 0},
	{"match_pattern", SHAPE_PAIR, 0}, /* a pattern `:a => 1` is a field */
	{"if", SHAPE_IF, 0},
	{"elsif", SHAPE_IF, SHAPE_OPTIONAL},
	{"if_modifier", SHAPE_NODE, 0},
	{NULL},
};

static const struct dialect_frame frames[] = {{"", ""}, {"zq = {", "}"}, {NULL, NULL}};
static const char *const dots[] = {".", "**.", ".: ,", NULL};
static const char *const metavariables[] = {".", "^", NULL};

const struct dialect dialect_ruby = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.second = SECOND_IN_BRACES,
	.metavariables = metavariables,
	.text_hole = "#{",
	.types = TYPES_NONE,
	.assigning_declares = true,
	.implicit_return = true,
	.classes_are_open = true,
};
