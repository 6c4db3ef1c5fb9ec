/*
 * dialect_csharp.c - C#
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"global_statement", SHAPE_THROUGH, 0},
	{"local_function_statement", SHAPE_FUNCTION, 0},
	{"attribute_argument_list", SHAPE_ARGUMENTS, 0},
	{"attribute_argument", SHAPE_SINGLE, 0},
	{"argument", SHAPE_SINGLE, 0},
	{"invocation_expression", SHAPE_CALL, 0},
	{"member_access_expression", SHAPE_ATTRIBUTE, 0},
	{"conditional_access_expression", SHAPE_ATTRIBUTE, 0},
	{"member_binding_expression", SHAPE_THROUGH, 0},
	{"generic_name", SHAPE_NODE, SHAPE_IS_FIRST},
	{"qualified_name", SHAPE_ATTRIBUTE, 0},
	{"local_declaration_statement", SHAPE_DECLARATION, 0},
	{"variable_declaration", SHAPE_DECLARATION, 0},
	{"field_declaration", SHAPE_DECLARATION, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"constructor_declaration", SHAPE_FUNCTION, 0},
	{"modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"attribute", SHAPE_NODE, 0},
	{"attribute_list", SHAPE_NODE, SHAPE_OPTIONAL},
	{"bracketed_argument_list", SHAPE_ARGUMENTS, 0},
	{"initializer_expression", SHAPE_DICTIONARY, 0},
	{"interpolated_string_expression", SHAPE_STRING, 0},
	{"interpolation_start", SHAPE_NODE, SHAPE_TEXT_HOLE}, /* $"a" as well */
	{"base_list", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_SOME},
	{"using_directive", SHAPE_NODE, SHAPE_IMPORT},
	{"foreach_statement", SHAPE_LOOP, 0},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"zq = ", ";", true}, {"", ""}, {"", ";"}, {"class Zq {", "}"}, {NULL, NULL}};
/* An expression is no statement there, an assignment is. */
enum {
	DOTS_VALUE,
	DOTS_STATEMENT,
	DOTS_PARAMETER,
	DOTS_MEMBER,
	DOTS_NAMED,
	DOTS_CASE,
	DOTS_LOOP,
	DOTS_CHAIN
};
static const char *const dots[] = {
	[DOTS_VALUE] = ".",     [DOTS_STATEMENT] = ". = ,;", [DOTS_PARAMETER] = ". ,",
	[DOTS_MEMBER] = ". ,;", [DOTS_NAMED] = ". = ,",      [DOTS_CASE] = "case ,: . = ,;",
	[DOTS_LOOP] = ".;;",    [DOTS_CHAIN] = ".(,)",       NULL};
static const char *const metavariables[] = {".", ", .", NULL};

static unsigned
dots_form(struct slice pattern, size_t at, size_t len)
{
	static const unsigned char forms[PLACE_COUNT] = {
		[PLACE_STATEMENT] = DOTS_STATEMENT, [PLACE_MEMBER] = DOTS_MEMBER,
		[PLACE_CASE] = DOTS_CASE,           [PLACE_LOOP] = DOTS_LOOP,
		[PLACE_CHAIN] = DOTS_CHAIN,         [PLACE_PARAMETER] = DOTS_PARAMETER,
	};

	return forms[dialect_place(pattern, at, len)];
}

/* using A.B; using static A.B.C; using X = A.B; */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, name = {NULL, 0}, text = shape_text(tree, node);

	while (import_word(&text, &word)) {
		if (slice_eq_str(word, "global") || slice_eq_str(word, "using") ||
		    slice_eq_str(word, "static"))
			continue;
		struct slice rest = text, sign;
		if (!import_word(&rest, &sign) || !slice_eq_str(sign, "="))
			break;
		name = word;
		text = rest;
	}
	return word.len > 0 ? import_take(taker, name, word, slice_of(NULL, 0)) : 0;
}

const struct dialect dialect_csharp = {
	.kinds = kinds,
	.frames = frames,
	.blocks_are_written = true,
	.dots_form = dots_form,
	.dots = dots,
	.metavariables = metavariables,
	.text_prefixes = "$",
	.types = TYPES_BEFORE,
	.fields_are_names = true,
	.imports_are_paths = true,
	.read_import = read_import,
};
