#include "syntax/flow.h"

#include "syntax/shape_table.h"

struct flow_row {
	const char *kind;
	uint8_t flow;
	uint8_t lang; /* LANG_NONE: any */
};

static const struct flow_row rows[] = {
	{"if_statement", FLOW_IF, LANG_NONE},
	{"if", FLOW_IF, LANG_RUBY},
	{"unless", FLOW_IF, LANG_RUBY},
	{"if_modifier", FLOW_IF, LANG_RUBY},
	{"unless_modifier", FLOW_IF, LANG_RUBY},
	{"elif_clause", FLOW_ELSE_IF, LANG_NONE},
	{"else_if_clause", FLOW_ELSE_IF, LANG_NONE},
	{"elsif", FLOW_ELSE_IF, LANG_NONE},
	{"else_clause", FLOW_ELSE, LANG_NONE},
	{"else", FLOW_ELSE, LANG_NONE},
	{"conditional_expression", FLOW_CONDITIONAL, LANG_NONE},
	{"ternary_expression", FLOW_CONDITIONAL, LANG_NONE},
	{"conditional", FLOW_CONDITIONAL, LANG_NONE},
	{"while_statement", FLOW_LOOP, LANG_NONE},
	{"for_statement", FLOW_LOOP, LANG_NONE},
	{"c_style_for_statement", FLOW_LOOP, LANG_NONE},
	{"while", FLOW_LOOP, LANG_RUBY},
	{"until", FLOW_LOOP, LANG_RUBY},
	{"while_modifier", FLOW_LOOP, LANG_RUBY},
	{"until_modifier", FLOW_LOOP, LANG_RUBY},
	{"do_statement", FLOW_DO, LANG_NONE},
	{"for_statement", FLOW_EACH, LANG_PYTHON},
	{"for_statement", FLOW_EACH, LANG_BASH},
	{"for_in_statement", FLOW_EACH, LANG_NONE},
	{"enhanced_for_statement", FLOW_EACH, LANG_NONE},
	{"foreach_statement", FLOW_EACH, LANG_NONE},
	{"for_range_loop", FLOW_EACH, LANG_NONE},
	{"for", FLOW_EACH, LANG_RUBY},
	{"for_in_clause", FLOW_RANGE, LANG_NONE},
	{"range_clause", FLOW_RANGE, LANG_NONE},
	{"list_comprehension", FLOW_COMPREHENSION, LANG_NONE},
	{"set_comprehension", FLOW_COMPREHENSION, LANG_NONE},
	{"dictionary_comprehension", FLOW_COMPREHENSION, LANG_NONE},
	{"generator_expression", FLOW_COMPREHENSION, LANG_NONE},
	{"switch_statement", FLOW_SWITCH, LANG_NONE},
	{"switch_expression", FLOW_SWITCH, LANG_NONE},
	{"expression_switch_statement", FLOW_SWITCH, LANG_NONE},
	{"type_switch_statement", FLOW_SWITCH, LANG_NONE},
	{"select_statement", FLOW_SWITCH, LANG_NONE},
	{"match_statement", FLOW_SWITCH, LANG_NONE},
	{"match_expression", FLOW_SWITCH, LANG_NONE},
	{"case", FLOW_SWITCH, LANG_RUBY},
	{"case_match", FLOW_SWITCH, LANG_RUBY},
	{"case_statement", FLOW_SWITCH, LANG_BASH},
	{"case_statement", FLOW_CASE, LANG_C},
	{"case_statement", FLOW_CASE, LANG_CPP},
	{"case_statement", FLOW_CASE, LANG_PHP},
	{"default_statement", FLOW_CASE, LANG_NONE},
	{"switch_case", FLOW_CASE, LANG_NONE},
	{"switch_default", FLOW_CASE, LANG_NONE},
	{"switch_block_statement_group", FLOW_CASE, LANG_NONE},
	{"switch_section", FLOW_CASE, LANG_NONE},
	{"switch_rule", FLOW_CLAUSE, LANG_NONE},
	{"switch_expression_arm", FLOW_CLAUSE, LANG_NONE},
	{"expression_case", FLOW_CLAUSE, LANG_NONE},
	{"type_case", FLOW_CLAUSE, LANG_NONE},
	{"communication_case", FLOW_CLAUSE, LANG_NONE},
	{"default_case", FLOW_CLAUSE, LANG_NONE},
	{"case_clause", FLOW_CLAUSE, LANG_NONE},
	{"case_item", FLOW_CLAUSE, LANG_NONE},
	{"when", FLOW_CLAUSE, LANG_RUBY},
	{"in_clause", FLOW_CLAUSE, LANG_RUBY},
	{"catch_clause", FLOW_CATCH, LANG_NONE},
	{"except_clause", FLOW_CATCH, LANG_NONE},
	{"except_group_clause", FLOW_CATCH, LANG_NONE},
	{"rescue", FLOW_CATCH, LANG_RUBY},
	{"finally_clause", FLOW_FINALLY, LANG_NONE},
	{"ensure", FLOW_FINALLY, LANG_RUBY},
	{"return_statement", FLOW_RETURN, LANG_NONE},
	{"return", FLOW_RETURN, LANG_RUBY},
	/* To a label behind, nearly always, where what is wrong is cleared up: what follows is not run. */
	{"goto_statement", FLOW_RETURN, LANG_NONE},
	{"throw_statement", FLOW_THROW, LANG_NONE},
	{"throw_expression", FLOW_THROW, LANG_NONE},
	{"raise_statement", FLOW_THROW, LANG_NONE},
	{"exit_statement", FLOW_THROW, LANG_PHP},
	{"break_statement", FLOW_BREAK, LANG_NONE},
	{"break", FLOW_BREAK, LANG_RUBY},
	{"continue_statement", FLOW_CONTINUE, LANG_NONE},
	{"next", FLOW_CONTINUE, LANG_RUBY},
	{"named_expression", FLOW_ASSIGN, LANG_NONE},
	{"receive_statement", FLOW_ASSIGN, LANG_NONE},
	{"resource", FLOW_ASSIGN, LANG_NONE},
	{"augmented_assignment", FLOW_AUGMENT, LANG_NONE},
	{"augmented_assignment_expression", FLOW_AUGMENT, LANG_NONE},
	{"operator_assignment", FLOW_AUGMENT, LANG_NONE},
	{"as_pattern", FLOW_AS, LANG_NONE},
	{"subscript", FLOW_INDEX, LANG_NONE},
	{"subscript_expression", FLOW_INDEX, LANG_NONE},
	{"index_expression", FLOW_INDEX, LANG_NONE},
	{"array_access", FLOW_INDEX, LANG_NONE},
	{"element_access_expression", FLOW_INDEX, LANG_NONE},
	{"element_reference", FLOW_INDEX, LANG_NONE},
	{"sequence_expression", FLOW_COMMA, LANG_NONE},
	{"comma_expression", FLOW_COMMA, LANG_NONE},
};

void
flow_fill(uint8_t *flows, size_t n, enum language lang, const struct kind_index *kinds)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].lang != LANG_NONE && rows[i].lang != (uint8_t)lang)
			continue;
		uint16_t kind = kind_index_find(kinds, rows[i].kind, true);
		if (kind > 0 && kind < n)
			flows[kind] = rows[i].flow;
	}
}

enum flow
flow_of(const struct shape_table *table, uint16_t kind)
{
	return kind < SHAPE_KINDS ? (enum flow)table->flows[kind] : FLOW_NONE;
}

bool
flow_returns_last(enum language lang)
{
	return lang == LANG_RUBY || lang == LANG_RUST || lang == LANG_SCALA;
}
