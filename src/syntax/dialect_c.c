/*
 * dialect_c.c - C and C++
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"declaration", SHAPE_DECLARATION, 0},
	{"init_declarator", SHAPE_ASSIGN, SHAPE_DECLARES | SHAPE_NO_VALUE},
	{"pointer_declarator", SHAPE_THROUGH, 0},
	{"type_descriptor", SHAPE_SINGLE, 0},
	{"qualified_identifier", SHAPE_ATTRIBUTE, 0},
	{"namespace_identifier", SHAPE_NAME, 0},
	{"storage_class_specifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"type_qualifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"field_declaration", SHAPE_DECLARATION, 0},
	{"preproc_include", SHAPE_NODE, 0},
	{"initializer_list", SHAPE_LIST, 0},
	{NULL},
};

static const struct dialect_frame frames[] = {{"void zq(void) { zq = ", ";}", true},
					      {"void zq(void) {", "}"},
					      {"void zq(void) {", ";}"},
					      {"", ""},
					      {"", ";"},
					      {NULL, NULL}};

enum { DOTS_VALUE, DOTS_STATEMENT, DOTS_PARAMETER, DOTS_MEMBER, DOTS_LOOP };
static const char *const dots[] = {[DOTS_VALUE] = ".",     [DOTS_STATEMENT] = ".;", [DOTS_PARAMETER] = ". ,",
				   [DOTS_MEMBER] = ". ,;", [DOTS_LOOP] = ".;;",     NULL};
static const char *const metavariables[] = {".", ", .", NULL};

static unsigned
dots_form(struct slice pattern, size_t at, size_t len)
{
	static const unsigned char forms[PLACE_COUNT] = {
		[PLACE_STATEMENT] = DOTS_STATEMENT, [PLACE_MEMBER] = DOTS_MEMBER,
		[PLACE_CASE] = DOTS_STATEMENT,      [PLACE_LOOP] = DOTS_LOOP,
		[PLACE_PARAMETER] = DOTS_PARAMETER,
	};

	return forms[dialect_place(pattern, at, len)];
}

const struct dialect dialect_c = {
	.kinds = kinds,
	.frames = frames,
	.blocks_are_written = true,
	.dots = dots,
	.dots_form = dots_form,
	.metavariables = metavariables,
	.types = TYPES_BEFORE,
	.fields_are_names = true,
};
