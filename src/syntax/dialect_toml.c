/*
 * dialect_toml.c - TOML
 *
 * Semgrep does not read it, so this is ours: a table is a dictionary, of which a pattern
 * names some entries, in any order; a key may be quoted.
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"table", SHAPE_DICTIONARY, 0},        {"table_array_element", SHAPE_DICTIONARY, 0},
	{"inline_table", SHAPE_DICTIONARY, 0}, {"pair", SHAPE_KEYWORD, 0},
	{"bare_key", SHAPE_NAME, 0},           {"quoted_key", SHAPE_STRING, 0},
	{"dotted_key", SHAPE_ATTRIBUTE, 0},    {NULL},
};

static const char *const dots[] = {"\".\"", ". = \",\"\n", ". = \",\"", NULL};
static const char *const metavariables[] = {"\".\"", NULL};

static struct slice
unquoted(struct slice key)
{
	bool quoted = key.len >= 2 && (key.ptr[0] == '"' || key.ptr[0] == '\'');

	return quoted ? slice_sub(key, 1, key.len - 1) : key;
}

static bool
names_equal(struct slice a, struct slice b)
{
	return slice_eq(unquoted(a), unquoted(b));
}

const struct dialect dialect_toml = {
	.kinds = kinds,
	.dots = dots,
	.metavariables = metavariables,
	.second = SECOND_NEVER,
	.types = TYPES_NONE,
	.blocks_are_records = true,
	.holes_are_quoted = true,
	.names_equal = names_equal,
};
