/*
 * shape_table.c - what the kinds and fields of the grammars become
 *
 * Rows for all languages come first, then those of one; a later row wins. A
 * name that a grammar does not have is passed over. Adding a language: its
 * rows here, its placeholders in match/pattern_text.c.
 */
#include "syntax/shape_table.h"

#include "base/ascii.h"

struct kind_row {
	const char *kind;
	uint8_t shape;
	uint8_t flags;
};

struct field_row {
	const char *field;
	uint8_t role;
};

static const struct kind_row common[] = {
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
	{"formal_parameters", SHAPE_PARAMETERS, 0},
	{"parameter_list", SHAPE_PARAMETERS, 0},
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
	{"class_definition", SHAPE_CLASS, 0},
	{"class_declaration", SHAPE_CLASS, 0},
	{"modifiers", SHAPE_MODIFIERS, SHAPE_OPTIONAL},
	{"type_parameters", SHAPE_NODE, SHAPE_OPTIONAL},
	{"type_annotation", SHAPE_NODE, SHAPE_OPTIONAL},
	{"throws", SHAPE_NODE, SHAPE_OPTIONAL},
	{"else_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"finally_clause", SHAPE_NODE, SHAPE_OPTIONAL},
	{"class_heritage", SHAPE_NODE, SHAPE_OPTIONAL},
	{"superclass", SHAPE_NODE, SHAPE_OPTIONAL},
	{"super_interfaces", SHAPE_NODE, SHAPE_OPTIONAL},
	{"string", SHAPE_STRING, 0},
	{"string_literal", SHAPE_STRING, 0},
	{"raw_string_literal", SHAPE_STRING, 0},
	{"interpreted_string_literal", SHAPE_STRING, 0},
	{"template_string", SHAPE_STRING, 0},
	{"encapsed_string", SHAPE_STRING, 0},
	{"concatenated_string", SHAPE_STRING, 0},
	{"verbatim_string_literal", SHAPE_STRING, 0},
	{"binary_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"binary_operator", SHAPE_NODE, SHAPE_EXPRESSION},
	{"binary", SHAPE_NODE, SHAPE_EXPRESSION},
	{"unary_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"new_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"object_creation_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"subscript_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"subscript", SHAPE_NODE, SHAPE_EXPRESSION},
	{"await_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"composite_literal", SHAPE_NODE, SHAPE_EXPRESSION},
	{"comparison_operator", SHAPE_NODE, SHAPE_EXPRESSION},
	{"comment", SHAPE_DROP, 0},
	{"line_comment", SHAPE_DROP, 0},
	{"block_comment", SHAPE_DROP, 0},
	{"string_content", SHAPE_NAME, 0},
	{"string_fragment", SHAPE_NAME, 0},
	{"escape_sequence", SHAPE_NAME, 0},
	{"string_start", SHAPE_DROP, 0},
	{"string_end", SHAPE_DROP, 0},
};

static const struct kind_row python[] = {
	{"decorated_definition", SHAPE_DECORATED, 0},
	{"type", SHAPE_SINGLE, 0},
	{"dotted_name", SHAPE_SINGLE, 0},
	{"pattern_list", SHAPE_LIST, 0},
	{"expression_list", SHAPE_LIST, 0},
	{"tuple", SHAPE_LIST, 0},
	{"tuple_pattern", SHAPE_LIST, 0},
	{"set", SHAPE_LIST, 0},
	{"elif_clause", SHAPE_NODE, SHAPE_OPTIONAL},
};

static const struct kind_row javascript[] = {
	{"lexical_declaration", SHAPE_THROUGH, 0},
	{"variable_declaration", SHAPE_THROUGH, 0},
	{"export_statement", SHAPE_THROUGH, 0},
	{"shorthand_property_identifier", SHAPE_NAME, 0},
	{"shorthand_property_identifier_pattern", SHAPE_NAME, 0},
	{"object_pattern", SHAPE_DICTIONARY, 0},
	{"array_pattern", SHAPE_LIST, 0},
	{"pair_pattern", SHAPE_PAIR, 0},
	{"optional_chain", SHAPE_DROP, 0},
	{"method_definition", SHAPE_FUNCTION, 0},
	{"hash_bang_line", SHAPE_DROP, 0},
	{"non_null_expression", SHAPE_THROUGH, 0},
	{"as_expression", SHAPE_NODE, 0},
	{"accessibility_modifier", SHAPE_NODE, SHAPE_OPTIONAL},
};

static const struct kind_row java[] = {
	{"method_invocation", SHAPE_METHOD_CALL, 0},
	{"local_variable_declaration", SHAPE_DECLARATION, 0},
	{"field_declaration", SHAPE_DECLARATION, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"constructor_declaration", SHAPE_FUNCTION, 0},
	{"annotation_argument_list", SHAPE_ARGUMENTS, 0},
	{"element_value_pair", SHAPE_KEYWORD, 0},
	{"element_value_array_initializer", SHAPE_LIST, 0},
	{"array_initializer", SHAPE_LIST, 0},
	{"spread_parameter", SHAPE_PARAMETER, 0},
	{"type_list", SHAPE_THROUGH, 0},
	{"scoped_type_identifier", SHAPE_ATTRIBUTE, 0},
	{"scoped_identifier", SHAPE_ATTRIBUTE, 0},
	{"resource", SHAPE_DECLARATION, 0},
	{"inferred_parameters", SHAPE_PARAMETERS, 0},
};

static const struct kind_row go[] = {
	{"statement_list", SHAPE_THROUGH, 0},
	{"literal_element", SHAPE_THROUGH, 0},
	{"var_declaration", SHAPE_THROUGH, 0},
	{"const_declaration", SHAPE_THROUGH, 0},
	{"var_spec_list", SHAPE_THROUGH, 0},
	{"package_identifier", SHAPE_NAME, 0},
	{"qualified_type", SHAPE_ATTRIBUTE, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"import_spec_list", SHAPE_THROUGH, 0},
	{"import_declaration", SHAPE_THROUGH, 0},
	{"interpreted_string_literal_content", SHAPE_NAME, 0},
};

static const struct kind_row php[] = {
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
};

static const struct kind_row ruby[] = {
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
};

static const struct kind_row c[] = {
	{"declaration", SHAPE_DECLARATION, 0},
	{"pointer_declarator", SHAPE_THROUGH, 0},
	{"type_descriptor", SHAPE_SINGLE, 0},
	{"qualified_identifier", SHAPE_ATTRIBUTE, 0},
	{"namespace_identifier", SHAPE_NAME, 0},
	{"storage_class_specifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"type_qualifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"field_declaration", SHAPE_DECLARATION, 0},
	{"preproc_include", SHAPE_NODE, 0},
	{"initializer_list", SHAPE_LIST, 0},
};

static const struct kind_row csharp[] = {
	{"global_statement", SHAPE_THROUGH, 0},
	{"local_function_statement", SHAPE_FUNCTION, 0},
	{"attribute_argument_list", SHAPE_ARGUMENTS, 0},
	{"attribute_argument", SHAPE_SINGLE, 0},
	{"argument", SHAPE_SINGLE, 0},
	{"invocation_expression", SHAPE_CALL, 0},
	{"member_access_expression", SHAPE_ATTRIBUTE, 0},
	{"qualified_name", SHAPE_ATTRIBUTE, 0},
	{"local_declaration_statement", SHAPE_THROUGH, 0},
	{"variable_declaration", SHAPE_DECLARATION, 0},
	{"field_declaration", SHAPE_NODE, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"constructor_declaration", SHAPE_FUNCTION, 0},
	{"modifier", SHAPE_NODE, SHAPE_OPTIONAL},
	{"attribute", SHAPE_NODE, 0},
	{"attribute_list", SHAPE_NODE, SHAPE_OPTIONAL},
	{"bracketed_argument_list", SHAPE_ARGUMENTS, 0},
	{"initializer_expression", SHAPE_DICTIONARY, 0},
	{"interpolated_string_expression", SHAPE_STRING, 0},
	{"base_list", SHAPE_NODE, SHAPE_OPTIONAL},
};

static const struct kind_row bash[] = {
	{"word", SHAPE_NAME, 0},
	{"command_name", SHAPE_THROUGH, 0},
	{"simple_expansion", SHAPE_NAME, 0},
	{"do_group", SHAPE_BLOCK, 0},
	{"raw_string", SHAPE_STRING, 0},
	{"variable_assignment", SHAPE_ASSIGN, 0},
};

static const struct kind_row terraform[] = {
	{"config_file", SHAPE_THROUGH, 0},      {"block", SHAPE_NODE, 0},
	{"attribute", SHAPE_ASSIGN, 0},         {"expression", SHAPE_THROUGH, 0},
	{"literal_value", SHAPE_THROUGH, 0},    {"variable_expr", SHAPE_THROUGH, 0},
	{"collection_value", SHAPE_THROUGH, 0}, {"tuple", SHAPE_LIST, 0},
	{"object", SHAPE_DICTIONARY, 0},        {"object_elem", SHAPE_PAIR, 0},
	{"function_call", SHAPE_CALL, 0},       {"function_arguments", SHAPE_ARGUMENTS, 0},
	{"string_lit", SHAPE_STRING, 0},        {"quoted_template", SHAPE_STRING, 0},
	{"template_expr", SHAPE_THROUGH, 0},    {"block_start", SHAPE_DROP, 0},
	{"block_end", SHAPE_DROP, 0},           {"tuple_start", SHAPE_DROP, 0},
	{"tuple_end", SHAPE_DROP, 0},           {"object_start", SHAPE_DROP, 0},
	{"object_end", SHAPE_DROP, 0},          {"quoted_template_start", SHAPE_DROP, 0},
	{"quoted_template_end", SHAPE_DROP, 0}, {"template_literal", SHAPE_NAME, 0},
};

static const struct field_row fields[] = {
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
	{"scope", ROLE_OBJECT},
	{"name", ROLE_OBJECT | ROLE_NAME},
	{"method", ROLE_OBJECT | ROLE_NAME},
};

static void
add_kinds(struct shape_table *table, const struct syntax_language *language, const struct kind_row *rows,
	  size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint16_t kind = syntax_kind(language, slice_str(rows[i].kind), true);
		if (kind == 0 || kind >= SHAPE_KINDS)
			continue;
		table->shapes[kind] = rows[i].shape;
		table->kind_flags[kind] = rows[i].flags;
	}
}

static void
add_fields(struct shape_table *table, const struct syntax_language *language)
{
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		uint16_t field = syntax_field(language, slice_str(fields[i].field));
		if (field != 0 && field < SHAPE_FIELDS)
			table->roles[field] = fields[i].role;
	}
}

/* Operators are told apart; words and brackets say no more than the kind they stand in. */
static bool
is_operator(const char *token)
{
	static const char *const plain[] = {"(",  ")",  "[",  "]",  "{",  "}",  ",",  ";", ":", ".",
					    "->", "=>", "::", "?",  "=",  ":=", "\"", "'", "`", "@",
					    "\\", "\n", "${", "#{", "?.", "|",  "$",  "<", ">"};

	if (!token || ascii_is_alnum(token[0]) || token[0] == '_')
		return false;
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (strcmp(token, plain[i]) == 0)
			return false;
	return true;
}

#define ROWS(rows) (rows), sizeof(rows) / sizeof((rows)[0])

static void
add_language(struct shape_table *table, enum language lang, const struct syntax_language *language)
{
	switch (lang) {
	case LANG_PYTHON:
		add_kinds(table, language, ROWS(python));
		break;
	case LANG_JAVASCRIPT:
	case LANG_TYPESCRIPT:
		add_kinds(table, language, ROWS(javascript));
		break;
	case LANG_JAVA:
		add_kinds(table, language, ROWS(java));
		break;
	case LANG_GO:
		add_kinds(table, language, ROWS(go));
		break;
	case LANG_PHP:
		add_kinds(table, language, ROWS(php));
		break;
	case LANG_RUBY:
		add_kinds(table, language, ROWS(ruby));
		break;
	case LANG_C:
	case LANG_CPP:
		add_kinds(table, language, ROWS(c));
		break;
	case LANG_CSHARP:
		add_kinds(table, language, ROWS(csharp));
		break;
	case LANG_BASH:
		add_kinds(table, language, ROWS(bash));
		break;
	case LANG_TERRAFORM:
		add_kinds(table, language, ROWS(terraform));
		break;
	default:
		break;
	}
}

const struct shape_table *
shape_table_new(struct arena *arena, enum language lang, const struct syntax_language *language)
{
	struct shape_table *table = arena_alloc(arena, sizeof(*table));

	if (!table)
		return NULL;
	add_kinds(table, language, ROWS(common));
	add_language(table, lang, language);
	add_fields(table, language);
	for (uint16_t kind = 0; kind < SHAPE_KINDS; kind++)
		table->tokens[kind] = is_operator(syntax_kind_name(language, kind));
	return table;
}
