/*
 * dialect_rust.c - Rust
 *
 * What stands in a macro is words for the grammar, not expressions: the arguments of
 * `m!(a, b.c)` are a, b and c.
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"let_declaration", SHAPE_LET, SHAPE_DECLARES},
	{"const_item", SHAPE_LET, SHAPE_DECLARES},
	{"static_item", SHAPE_LET, SHAPE_DECLARES},
	{"mutable_specifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"visibility_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"function_modifiers", SHAPE_NODE, SHAPE_OPTIONAL},
	{"attribute_item", SHAPE_NODE, SHAPE_OPTIONAL},
	{"where_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"function_item", SHAPE_FUNCTION, 0},
	{"closure_expression", SHAPE_LAMBDA, 0},
	{"closure_parameters", SHAPE_PARAMETERS, 0},
	{"self_parameter", SHAPE_NODE, SHAPE_OPTIONAL},
	{"struct_item", SHAPE_CLASS, 0},
	{"scoped_identifier", SHAPE_ATTRIBUTE, 0},
	{"scoped_type_identifier", SHAPE_ATTRIBUTE, 0},
	{"generic_function", SHAPE_THROUGH, 0},
	{"type_arguments", SHAPE_NODE, SHAPE_OPTIONAL},
	{"generic_type", SHAPE_WHOLE, 0},
	{"macro_invocation", SHAPE_CALL, 0},
	{"token_tree", SHAPE_ARGUMENTS, 0},
	{"attribute", SHAPE_NODE, 0},
	{"array_expression", SHAPE_LIST, 0},
	{"tuple_expression", SHAPE_LIST, 0},
	{"tuple_pattern", SHAPE_LIST, 0},
	{"field_initializer_list", SHAPE_DICTIONARY, 0},
	{"field_initializer", SHAPE_PAIR, 0},
	{"shorthand_field_initializer", SHAPE_THROUGH, 0},
	{"try_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"reference_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"index_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"self", SHAPE_NAME, 0},
	{"use_declaration", SHAPE_NODE, SHAPE_IMPORT},
	{NULL},
};

static const struct dialect_field fields[] = {
	{"type", ROLE_OPTIONAL}, /* let x: T = 1 */
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"fn zq() { zq = ", "; }", true},
	{"fn zq() {", "}"},
	{"fn zq() {", ";}"},
	{"", ""},
	{"impl Zq {", "}"},
	{NULL, NULL},
};

/* use a::b::C; use a::{b, c as d} */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, text = shape_text(tree, node);

	import_word(&text, &word);
	if (slice_starts(word, "pub"))
		import_word(&text, &word);
	return slice_eq_str(word, "use") ? import_take_paths(taker, text, "::", "as") : 0;
}

const struct dialect dialect_rust = {
	.kinds = kinds,
	.fields = fields,
	.frames = frames,
	.implicit_return = true,
	.joint = "::",
	.read_import = read_import,
};
