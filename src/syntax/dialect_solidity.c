/*
 * dialect_solidity.c - Solidity
 *
 * A variable may be a contract's or a function's, and a pattern for the one is for
 * the other, too: both are SHAPE_LET, the type and what else stands before the name optional.
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"statement", SHAPE_THROUGH, 0},
	{"expression", SHAPE_THROUGH, 0},
	{"block_statement", SHAPE_BLOCK, 0},
	{"function_body", SHAPE_BLOCK, 0},
	{"contract_body", SHAPE_BLOCK, 0},
	{"contract_declaration", SHAPE_CLASS, 0},
	{"inheritance_specifier", SHAPE_PARAMETER, SHAPE_OPTIONAL},
	{"function_definition", SHAPE_FUNCTION, SHAPE_PARENTHESES},
	{"modifier_definition", SHAPE_NODE, SHAPE_PARENTHESES},
	{"constructor_definition", SHAPE_NODE, SHAPE_PARENTHESES},
	{"event_definition", SHAPE_NODE, SHAPE_PARENTHESES},
	{"return_type_definition", SHAPE_NODE, SHAPE_PARENTHESES | SHAPE_OPTIONAL},
	{"event_parameter", SHAPE_PARAMETER, 0},
	{"modifier_invocation", SHAPE_NODE, SHAPE_PARENTHESES | SHAPE_OPTIONAL},
	{"visibility", SHAPE_NODE, SHAPE_OPTIONAL},
	{"state_mutability", SHAPE_NODE, SHAPE_OPTIONAL},
	{"virtual", SHAPE_NODE, SHAPE_OPTIONAL},
	{"override_specifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"immutable", SHAPE_NODE, SHAPE_OPTIONAL},
	{"payable", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"constant", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"abstract", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"storage", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"memory", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"calldata", SHAPE_TOKEN, SHAPE_OPTIONAL},
	{"state_variable_declaration", SHAPE_LET, SHAPE_DECLARES},
	{"variable_declaration_statement", SHAPE_LET, SHAPE_DECLARES},
	{"variable_declaration", SHAPE_THROUGH, 0},
	{"variable_declaration_tuple", SHAPE_LIST, 0},
	{"tuple_expression", SHAPE_LIST, 0},
	{"type_name", SHAPE_WHOLE, SHAPE_OPTIONAL},
	{"user_defined_type", SHAPE_SINGLE, 0},
	{"call_expression", SHAPE_CALL, SHAPE_PARENTHESES},
	{"emit_statement", SHAPE_NODE, SHAPE_PARENTHESES},
	{"revert_statement", SHAPE_NODE, SHAPE_PARENTHESES},
	{"type_cast_expression", SHAPE_CALL, SHAPE_PARENTHESES},
	{"payable_conversion_expression", SHAPE_CALL, SHAPE_PARENTHESES},
	{"call_argument", SHAPE_THROUGH, 0},
	{"call_struct_argument", SHAPE_KEYWORD, 0},
	{"struct_field_assignment", SHAPE_KEYWORD, 0},
	{"if_statement", SHAPE_IF, SHAPE_BRANCHES},
	{"update_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"array_access", SHAPE_NODE, SHAPE_EXPRESSION},
	{NULL},
};

static const struct dialect_frame frames[] = {
	{"contract Zq { function zq() { zq = ", "; } }", true},
	{"contract Zq { function zq() {", "} }"},
	{"contract Zq { function zq() {", ";} }"},
	{"contract Zq {", "}"},
	{"contract Zq {", " {} }"},
	{"", ""},
	{NULL, NULL},
};
static const char *const dots[] = {".", ".;", ". ,;", ". ,", ".;;", ".; ,", NULL};
static const char *const metavariables[] = {".", ", .", NULL};

const struct dialect dialect_solidity = {
	.kinds = kinds,
	.frames = frames,
	.dots = dots,
	.metavariables = metavariables,
	.types = TYPES_BEFORE,
};
