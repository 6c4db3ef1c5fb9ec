#include "match/taint_flow.h"

#include <string.h>

#include "syntax/flow.h"

uint32_t
flow_member(const struct shape_tree *tree, uint32_t attribute)
{
	uint32_t k = tree->nodes[attribute].first;

	/* C keeps the '.' or '->' between the two. */
	do
		k = k == NODE_NONE ? NODE_NONE : tree->nodes[k].next;
	while (k != NODE_NONE && tree->nodes[k].shape == SHAPE_TOKEN);
	return k;
}

bool
flow_is_variable(const struct shape_tree *tree, uint32_t node)
{
	const struct shape_node *n = &tree->nodes[node];

	if (n->shape == SHAPE_NAME)
		return true;
	if (n->shape != SHAPE_NODE || n->first != NODE_NONE || n->start == n->end)
		return false;
	char c = tree->text.ptr[n->start];
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '@' || c == '$';
}

static bool
is_operand(const struct shape_node *node)
{
	return node->shape != SHAPE_TOKEN && node->shape != SHAPE_BLOCK && !(node->flags & SHAPE_OPTIONAL);
}

/* The last operand but `skip`. */
uint32_t
flow_last_operand(const struct shape_tree *tree, uint32_t node, unsigned skip)
{
	uint32_t last = NODE_NONE, before = NODE_NONE;

	for (uint32_t k = tree->nodes[node].first; k != NODE_NONE; k = tree->nodes[k].next)
		if (is_operand(&tree->nodes[k])) {
			before = last;
			last = k;
		}
	return skip ? before : last;
}

struct slice
flow_operator(const struct shape_tree *tree, uint32_t node)
{
	uint32_t first = tree->nodes[node].first, second = NODE_NONE;

	for (uint32_t k = first; k != NODE_NONE; k = tree->nodes[k].next)
		if (k != first && tree->nodes[k].shape != SHAPE_TOKEN && second == NODE_NONE)
			second = k;
	if (tree->nodes[node].shape != SHAPE_NODE || second == NODE_NONE)
		return slice_of(NULL, 0);
	struct slice between = slice_sub(tree->text, tree->nodes[first].end, tree->nodes[second].start);
	while (between.len > 0 && strchr(" \t\r\n)", between.ptr[0]))
		between = slice_sub(between, 1, between.len);
	while (between.len > 0 && strchr(" \t\r\n(", between.ptr[between.len - 1]))
		between = slice_sub(between, 0, between.len - 1);
	return between;
}

static uint32_t
first_operand(const struct shape_tree *tree, uint32_t node)
{
	uint32_t k = tree->nodes[node].first;

	while (k != NODE_NONE && !is_operand(&tree->nodes[k]))
		k = tree->nodes[k].next;
	return k;
}

uint32_t
flow_negated(const struct shape_tree *tree, uint32_t node)
{
	struct slice text = shape_text(tree, node);
	uint32_t operand = first_operand(tree, node);

	if (tree->nodes[node].shape != SHAPE_NODE || operand == NODE_NONE ||
	    flow_last_operand(tree, node, 0) != operand ||
	    tree->nodes[operand].start == tree->nodes[node].start)
		return NODE_NONE;
	return slice_starts(text, "!") || slice_starts(text, "not") ? operand : NODE_NONE;
}

uint32_t
flow_target(const struct unit *unit, const struct pattern_language *language, uint32_t node)
{
	const struct shape_tree *tree = &unit->shape;

	switch (shape_has_kind(&tree->nodes[node]) ? flow_of(language->table, tree->nodes[node].kind)
						   : FLOW_NONE) {
	case FLOW_EACH:
		/* foreach ($list as $x); elsewhere a type may come first, the value comes last. */
		if (language->lang == LANG_PHP || language->lang == LANG_BASH)
			return flow_last_operand(tree, node, language->lang == LANG_BASH);
		return flow_last_operand(tree, node, 1);
	case FLOW_RANGE:
		return flow_last_operand(tree, node, 1);
	case FLOW_AS:
		return flow_last_operand(tree, node, 0);
	default:
		if (tree->nodes[node].shape == SHAPE_DECLARATION)
			return flow_last_operand(tree, node, 1);
		return first_operand(tree, node);
	}
}

uint32_t
flow_value(const struct unit *unit, const struct pattern_language *language, uint32_t node)
{
	const struct shape_tree *tree = &unit->shape;
	enum flow flow = shape_has_kind(&tree->nodes[node]) ? flow_of(language->table, tree->nodes[node].kind)
							    : FLOW_NONE;
	uint32_t target = flow_target(unit, language, node);
	uint32_t value = flow == FLOW_AS || (flow == FLOW_EACH && language->lang == LANG_PHP)
				 ? first_operand(tree, node)
				 : flow_last_operand(tree, node, 0);

	return value == target ? NODE_NONE : value;
}

/* ---- parameters ---- */

/* What stands before the name of a method of Go: func (r *R) name(a int). */
static bool
is_receiver(const struct shape_node *nodes, uint32_t function, uint32_t list)
{
	return nodes[function].shape == SHAPE_FUNCTION && nodes[function].first == list;
}

uint32_t
flow_parameters(const struct unit *unit, const struct pattern_language *language, uint32_t function)
{
	const struct shape_node *nodes = unit->shape.nodes;

	for (uint32_t k = function + 1; k < nodes[function].subtree_end; k++) {
		if (nodes[k].shape == SHAPE_MODIFIERS)
			k = nodes[k].subtree_end - 1;
		else if (nodes[k].shape == SHAPE_BLOCK)
			break;
		else if (nodes[k].shape == SHAPE_PARAMETERS &&
			 !(language->lang == LANG_GO && is_receiver(nodes, function, k)))
			return k;
	}
	return NODE_NONE;
}

static bool
types_come_first(enum language lang)
{
	return lang == LANG_JAVA || lang == LANG_C || lang == LANG_CPP || lang == LANG_CSHARP;
}

/* `@Query("a")` before a parameter, where a grammar has no modifiers. */
static bool
is_decorator(const struct unit *unit, uint32_t node)
{
	const struct shape_node *n = &unit->shape.nodes[node];

	return n->shape == SHAPE_NODE && n->start < n->end && unit->shape.text.ptr[n->start] == '@';
}

/* Of `String a`, `a: str = 1`, `$a = 1` the name. */
static uint32_t
declared_name(const struct unit *unit, enum language lang, uint32_t parameter)
{
	const struct shape_node *nodes = unit->shape.nodes;
	uint32_t found = NODE_NONE;

	for (uint32_t k = parameter + 1; k < nodes[parameter].subtree_end; k++) {
		if (nodes[k].shape == SHAPE_MODIFIERS || nodes[k].shape == SHAPE_ARGUMENTS ||
		    is_decorator(unit, k)) {
			k = nodes[k].subtree_end - 1;
			continue;
		}
		if (nodes[k].shape != SHAPE_NAME)
			continue;
		if (lang == LANG_PHP && unit->shape.text.ptr[nodes[k].start] != '$')
			continue;
		found = k;
		if (!types_come_first(lang))
			break;
	}
	return found;
}

/* Whether a parameter is a pattern with names in it: {a, b: c}, [a, b]. */
static uint32_t
destructured(const struct unit *unit, uint32_t parameter)
{
	const struct shape_node *nodes = unit->shape.nodes;

	for (uint32_t k = parameter; k < nodes[parameter].subtree_end && k <= parameter + 1; k++)
		if (nodes[k].shape == SHAPE_DICTIONARY || nodes[k].shape == SHAPE_LIST)
			return k;
	return NODE_NONE;
}

uint32_t
flow_bound_name(const struct unit *unit, const struct pattern_language *language, uint32_t parameter,
		uint32_t last)
{
	const struct shape_node *nodes = unit->shape.nodes;
	uint32_t pattern = destructured(unit, parameter);

	if (pattern != NODE_NONE) {
		for (uint32_t k = last == NODE_NONE ? pattern + 1 : last + 1; k < nodes[pattern].subtree_end;
		     k++)
			if (nodes[k].shape == SHAPE_NAME && !(nodes[nodes[k].parent].shape == SHAPE_PAIR &&
							      nodes[nodes[k].parent].first == k))
				return k;
		return NODE_NONE;
	}
	if (language->lang == LANG_GO && nodes[parameter].shape == SHAPE_PARAMETER) {
		/* a, b string: all but the last */
		uint32_t k = last == NODE_NONE ? nodes[parameter].first : nodes[last].next;
		return k != NODE_NONE && nodes[k].shape == SHAPE_NAME && nodes[k].next != NODE_NONE
			       ? k
			       : NODE_NONE;
	}
	if (last != NODE_NONE)
		return NODE_NONE;
	return flow_is_variable(&unit->shape, parameter) ? parameter
							 : declared_name(unit, language->lang, parameter);
}

/* The expression behind `=`. */
uint32_t
flow_default(const struct unit *unit, uint32_t parameter, uint32_t name)
{
	uint32_t last = NODE_NONE;

	for (uint32_t k = unit->shape.nodes[parameter].first; k != NODE_NONE; k = unit->shape.nodes[k].next)
		last = unit->shape.nodes[k].shape == SHAPE_TOKEN ? last : k;
	if (last == NODE_NONE || last <= name || unit->shape.nodes[parameter].first == last)
		return NODE_NONE;
	for (uint32_t at = unit->shape.nodes[name].end; at < unit->shape.nodes[last].start; at++)
		if (unit->shape.text.ptr[at] == '=')
			return last;
	return NODE_NONE;
}
