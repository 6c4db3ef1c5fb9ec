/*
 * dialect_php.c - PHP
 */
#include "syntax/dialect.h"

#include "base/ascii.h"

static const struct dialect_kind kinds[] = {
	{"argument", SHAPE_SINGLE, 0},
	{"php_tag", SHAPE_DROP, 0},
	{"name", SHAPE_NAME, 0},
	{"variable_name", SHAPE_NAME, 0},
	{"function_call_expression", SHAPE_CALL, 0},
	{"member_call_expression", SHAPE_METHOD_CALL, 0},
	{"nullsafe_member_call_expression", SHAPE_METHOD_CALL, 0},
	{"scoped_call_expression", SHAPE_METHOD_CALL, 0},
	{"member_access_expression", SHAPE_ATTRIBUTE, 0},
	{"class_constant_access_expression", SHAPE_ATTRIBUTE, 0},
	{"array_creation_expression", SHAPE_DICTIONARY, 0},
	{"array_element_initializer", SHAPE_THROUGH, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"visibility_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"static_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"<?php ", ";"}, {"<?php ", ""}, {"<?php class Zq {", "}"}, {NULL, NULL}};
static const char *const dots[] = {"$.", "$.;", ".", "public $.;", NULL};
static const char *const metavariables[] = {"$.", ".", NULL};

/* Its own variables look like metavariables. */
static const char *const superglobals[] = {"_GET",   "_POST",    "_COOKIE", "_REQUEST", "_SERVER",
					   "_FILES", "_SESSION", "_ENV",    "GLOBALS",  NULL};

/* Its functions know no case. */
static bool
names_equal(struct slice a, struct slice b)
{
	if (a.len != b.len || slice_starts(a, "$"))
		return false;
	size_t i = 0;
	while (i < a.len && ascii_lower(a.ptr[i]) == ascii_lower(b.ptr[i]))
		i++;
	return i == a.len;
}

const struct dialect dialect_php = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.metavariables = metavariables,
	.variables = superglobals,
	.names_equal = names_equal,
	.types = TYPES_BEFORE,
	.assigning_declares = true,
};
