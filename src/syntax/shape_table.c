/*
 * shape_table.c - what the kinds and fields of the grammars become
 *
 * Rows for all languages come first, then those of one (dialect.h); a later row
 * wins. A name that a grammar does not have is passed over.
 */
#include "syntax/shape_table.h"

#include "base/ascii.h"
#include "syntax/flow.h"

static const struct dialect_kind common[] = {
	{"parenthesized_expression", SHAPE_THROUGH, 0},
	{"parenthesized_statements", SHAPE_THROUGH, 0},
	{"expression_statement", SHAPE_THROUGH, 0},
	{"expression_list", SHAPE_SINGLE, 0},
	{"identifier", SHAPE_NAME, 0},
	{"type_identifier", SHAPE_NAME, 0},
	{"field_identifier", SHAPE_NAME, 0},
	{"property_identifier", SHAPE_NAME, 0},
	{"module", SHAPE_BLOCK, 0},
	{"program", SHAPE_BLOCK, 0},
	{"source_file", SHAPE_BLOCK, 0},
	{"translation_unit", SHAPE_BLOCK, 0},
	{"compilation_unit", SHAPE_BLOCK, 0},
	{"block", SHAPE_BLOCK, 0},
	{"statement_block", SHAPE_BLOCK, 0},
	{"compound_statement", SHAPE_BLOCK, 0},
	{"class_body", SHAPE_BLOCK, 0},
	{"interface_body", SHAPE_BLOCK, 0},
	{"enum_body", SHAPE_BLOCK, 0},
	{"declaration_list", SHAPE_BLOCK, 0},
	{"field_declaration_list", SHAPE_BLOCK, 0},
	{"constructor_body", SHAPE_BLOCK, 0},
	{"body_statement", SHAPE_BLOCK, 0},
	{"body", SHAPE_BLOCK, 0},
	{"call", SHAPE_CALL, 0},
	{"call_expression", SHAPE_CALL, 0},
	{"attribute", SHAPE_ATTRIBUTE, 0},
	{"member_expression", SHAPE_ATTRIBUTE, 0},
	{"selector_expression", SHAPE_ATTRIBUTE, 0},
	{"field_expression", SHAPE_ATTRIBUTE, 0},
	{"field_access", SHAPE_ATTRIBUTE, 0},
	{"argument_list", SHAPE_ARGUMENTS, 0},
	{"arguments", SHAPE_ARGUMENTS, 0},
	{"keyword_argument", SHAPE_KEYWORD, 0},
	{"parameters", SHAPE_PARAMETERS, 0},
	{"formal_parameters", SHAPE_PARAMETERS, SHAPE_NO_VALUE},
	{"parameter_list", SHAPE_PARAMETERS, SHAPE_NO_VALUE},
	{"lambda_parameters", SHAPE_PARAMETERS, 0},
	{"method_parameters", SHAPE_PARAMETERS, 0},
	{"block_parameters", SHAPE_PARAMETERS, 0},
	{"formal_parameter", SHAPE_PARAMETER, 0},
	{"parameter", SHAPE_PARAMETER, 0},
	{"parameter_declaration", SHAPE_PARAMETER, 0},
	{"required_parameter", SHAPE_PARAMETER, 0},
	{"optional_parameter", SHAPE_PARAMETER, 0},
	{"typed_parameter", SHAPE_PARAMETER, 0},
	{"default_parameter", SHAPE_PARAMETER, 0},
	{"typed_default_parameter", SHAPE_PARAMETER, 0},
	{"simple_parameter", SHAPE_PARAMETER, 0},
	{"array", SHAPE_LIST, 0},
	{"list", SHAPE_LIST, 0},
	{"list_pattern", SHAPE_LIST, 0},
	{"dictionary", SHAPE_DICTIONARY, 0},
	{"object", SHAPE_DICTIONARY, 0},
	{"hash", SHAPE_DICTIONARY, 0},
	{"literal_value", SHAPE_DICTIONARY, 0},
	{"pair", SHAPE_PAIR, 0},
	{"keyed_element", SHAPE_PAIR, 0},
	{"assignment", SHAPE_ASSIGN, 0},
	{"assignment_expression", SHAPE_ASSIGN, 0},
	{"assignment_statement", SHAPE_ASSIGN, 0},
	{"variable_declarator", SHAPE_ASSIGN, SHAPE_DECLARES},
	{"init_declarator", SHAPE_ASSIGN, SHAPE_DECLARES},
	{"short_var_declaration", SHAPE_ASSIGN, SHAPE_DECLARES},
	{"var_spec", SHAPE_ASSIGN, SHAPE_DECLARES},
	{"const_spec", SHAPE_ASSIGN, SHAPE_DECLARES},
	{"function_definition", SHAPE_FUNCTION, 0},
	{"function_declaration", SHAPE_FUNCTION, 0},
	{"generator_function_declaration", SHAPE_FUNCTION, 0},
	{"lambda", SHAPE_LAMBDA, 0},
	{"arrow_function", SHAPE_LAMBDA, 0},
	{"function_expression", SHAPE_LAMBDA, 0},
	{"generator_function", SHAPE_LAMBDA, 0},
	{"lambda_expression", SHAPE_LAMBDA, 0},
	{"func_literal", SHAPE_LAMBDA, 0},
	{"anonymous_function", SHAPE_LAMBDA, 0},
	{"if_statement", SHAPE_IF, 0},
	{"elif_clause", SHAPE_IF, SHAPE_OPTIONAL},
	{"else_if_clause", SHAPE_IF, SHAPE_OPTIONAL},
	{"for_statement", SHAPE_LOOP, 0},
	{"class_definition", SHAPE_CLASS, 0},
	{"class_declaration", SHAPE_CLASS, 0},
	{"interface_declaration", SHAPE_NODE, SHAPE_MEMBERS},
	{"extends_interfaces", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_SOME},
	{"modifiers", SHAPE_MODIFIERS, SHAPE_OPTIONAL | SHAPE_NO_VALUE},
	{"type_parameters", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_NO_VALUE},
	{"type_annotation", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_NO_VALUE},
	{"throws", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_SOME},
	{"catch_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"class_heritage", SHAPE_NODE, SHAPE_OPTIONAL},
	{"superclass", SHAPE_NODE, SHAPE_OPTIONAL},
	{"super_interfaces", SHAPE_NODE, SHAPE_OPTIONAL | SHAPE_SOME},
	{"string", SHAPE_STRING, 0},
	{"string_literal", SHAPE_STRING, 0},
	{"raw_string_literal", SHAPE_STRING, 0},
	{"interpreted_string_literal", SHAPE_STRING, 0},
	{"template_string", SHAPE_STRING, 0},
	{"encapsed_string", SHAPE_STRING, 0},
	{"concatenated_string", SHAPE_STRING, 0},
	{"verbatim_string_literal", SHAPE_STRING, 0},
	{"cast_expression", SHAPE_NODE, SHAPE_EXPRESSION | SHAPE_IS_LAST},
	{"binary_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"binary_operator", SHAPE_NODE, SHAPE_EXPRESSION},
	{"binary", SHAPE_NODE, SHAPE_EXPRESSION},
	{"unary_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"new_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"object_creation_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"conditional_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"ternary_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"conditional", SHAPE_NODE, SHAPE_EXPRESSION},
	{"subscript_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"subscript", SHAPE_NODE, SHAPE_EXPRESSION},
	{"await_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"composite_literal", SHAPE_NODE, SHAPE_EXPRESSION},
	{"comparison_operator", SHAPE_NODE, SHAPE_EXPRESSION},
	{"comment", SHAPE_DROP, 0},
	{"line_comment", SHAPE_DROP, 0},
	{"empty_statement", SHAPE_DROP, 0},
	{"block_comment", SHAPE_DROP, 0},
	{"string_content", SHAPE_NAME, 0},
	{"string_fragment", SHAPE_NAME, 0},
	{"escape_sequence", SHAPE_NAME, 0},
	{"interpolation", SHAPE_NODE, SHAPE_TEXT_HOLE},
	{"string_start", SHAPE_DROP, 0},
	{"string_end", SHAPE_DROP, 0},
	{NULL},
};

static const struct dialect_field fields[] = {
	{"return_type", ROLE_OPTIONAL},
	{"alternative", ROLE_OPTIONAL | ROLE_BODY},
	{"consequence", ROLE_BODY},
	{"body", ROLE_BODY},
	{"superclasses", ROLE_OPTIONAL},
	{"type_parameters", ROLE_OPTIONAL},
	{"result", ROLE_OPTIONAL},
	{"parameter", ROLE_PARAMETER},
	{"operator", ROLE_OPERATOR},
	{"operators", ROLE_OPERATOR},
	{"interfaces", ROLE_OPTIONAL},
	{"superclass", ROLE_OPTIONAL},
	{"object", ROLE_OBJECT},
	{"receiver", ROLE_OBJECT},
	{"type", ROLE_TYPE},
	{"value", ROLE_DEFAULT},
	{"default_value", ROLE_DEFAULT},
	{"scope", ROLE_OBJECT},
	{"name", ROLE_OBJECT | ROLE_NAME},
	{"method", ROLE_OBJECT | ROLE_NAME},
	{NULL},
};

static void
add_kinds(struct shape_table *table, const struct dialect_kind *rows)
{
	for (size_t i = 0; rows && rows[i].kind; i++) {
		uint16_t kind = kind_index_find(&table->kinds, rows[i].kind, true);
		if (kind == 0 && (rows[i].shape == SHAPE_TOKEN || rows[i].shape == SHAPE_DROP))
			kind = kind_index_find(&table->kinds, rows[i].kind, false);
		if (kind == 0 || kind >= SHAPE_KINDS)
			continue;
		table->tokens[kind] = rows[i].shape == SHAPE_TOKEN ? TOKEN_OPERATOR : TOKEN_PLAIN;
		if (rows[i].as)
			table->same_as[kind] = kind_index_find(&table->kinds, rows[i].as, true);
		table->shapes[kind] = rows[i].shape;
		table->kind_flags[kind] = rows[i].flags;
	}
}

static void
add_fields(struct shape_table *table, const struct syntax_language *language,
	   const struct dialect_field *rows)
{
	for (size_t i = 0; rows && rows[i].field; i++) {
		uint16_t field = syntax_field(language, slice_str(rows[i].field));
		if (field != 0 && field < SHAPE_FIELDS)
			table->roles[field] = rows[i].role;
	}
}

/* Operators are told apart; most words and brackets say no more than the kind they stand in. */
static enum token
token_of(const char *token)
{
	static const char *const plain[] = {"(",  ")",  "[",  "]", "{",   "}",  ",",  ";",  ":", ".",  "->",
					    "=>", "::", "?",  "=", ":=",  "\"", "'",  "`",  "@", "\\", "\n",
					    "${", "#{", "?.", "$", "?->", "&.", "/>", "</", "<", ">",  "|"};

	if (!token)
		return TOKEN_PLAIN;
	if (strcmp(token, "async") == 0)
		return TOKEN_MODIFIER;
	if (strcmp(token, "this") == 0 || strcmp(token, "base") == 0)
		return TOKEN_NAME;
	if (ascii_is_alnum(token[0]) || token[0] == '_')
		return TOKEN_PLAIN;
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (strcmp(token, plain[i]) == 0)
			return TOKEN_PLAIN;
	return TOKEN_OPERATOR;
}

const struct shape_table *
shape_table_new(struct arena *arena, enum language lang, const struct syntax_language *language)
{
	struct shape_table *table = arena_alloc(arena, sizeof(*table));

	if (!table || kind_index_init(&table->kinds, arena, language) < 0)
		return NULL;
	const struct dialect *dialect = dialect_of(lang);
	for (uint16_t kind = 0; kind < SHAPE_KINDS; kind++)
		table->tokens[kind] = (uint8_t)token_of(syntax_kind_name(language, kind));
	add_kinds(table, common);
	add_kinds(table, dialect->kinds);
	add_fields(table, language, fields);
	add_fields(table, language, dialect->fields);
	flow_fill(table->flows, SHAPE_KINDS, lang, &table->kinds);
	table->open = kind_index_find(&table->kinds, "(", false);
	table->close = kind_index_find(&table->kinds, ")", false);
	table->equals = kind_index_find(&table->kinds, "=", false);
	table->otherwise = kind_index_find(&table->kinds, "else", false);
	return table;
}
