/*
 * taint_value.c - how taint goes through expressions
 *
 * A value is tainted when an operand is: text put together, a container, an
 * element, a call by its arguments and by what it is called on.
 */
#include "base/ascii.h"
#include "match/declaration.h"
#include "match/taint_machine.h"
#include "match/taint_truth.h"

static const struct taint_set *
children(struct taint_machine *m, uint32_t node, uint32_t skip)
{
	const struct taint_set *set = NULL;

	for (uint32_t k = m->nodes[node].first; k != NODE_NONE; k = m->nodes[k].next)
		if (k != skip && (m->nodes[k].shape != SHAPE_BLOCK || flow_returns_last(m->lang)))
			set = taint_join(m, set, m->values[k]);
	return set;
}

static const struct taint_set *
index_value(struct taint_machine *m, uint32_t node)
{
	uint32_t container = m->nodes[node].first;
	const struct taint_set *set = taint_path_value(m, node);

	return m->taint->safe_indexes || taint_holds_constants(m, container)
		       ? set
		       : taint_join(m, set, children(m, node, container));
}

/* Receiver and arguments. */
const struct taint_set *
taint_operands(struct taint_machine *m, uint32_t call)
{
	const struct taint_set *set = children(m, call, NODE_NONE);
	uint32_t callee = m->nodes[call].first;

	if (callee != NODE_NONE && m->nodes[callee].shape == SHAPE_ATTRIBUTE &&
	    m->nodes[callee].first != NODE_NONE && !taint_is_sanitized(m, callee))
		set = taint_join(m, set, m->values[m->nodes[callee].first]);
	return set;
}

/* What is written into a text in memory is what it gives back; a file is another matter. */
static bool
writes_to_memory(const struct taint_machine *m, uint32_t object, struct slice method)
{
	static const char *const methods[] = {"write", "writelines", "Write", "WriteLine",
					      "print", "println",    NULL};
	static const char *const texts[] = {
		"io.StringIO(",         "StringIO(",     "io.BytesIO(", "BytesIO(", "new StringWriter(",
		"new CharArrayWriter(", "StringIO.new(", NULL};
	const struct declaration *only =
		taint_is_one_of(method, methods) && flow_is_variable(&m->unit->shape, object)
			? declaration_only(m->unit, object)
			: NULL;

	if (!only || only->value == NODE_NONE)
		return false;
	struct slice value = shape_text(&m->unit->shape, only->value);
	for (size_t i = 0; texts[i]; i++)
		if (slice_starts(value, texts[i]))
			return true;
	return false;
}

/* Semgrep asks the rule for a propagator even here. */
static int
put_in(struct taint_machine *m, uint32_t call)
{
	uint32_t callee = m->nodes[call].first, list = shape_child(m->nodes, call, SHAPE_ARGUMENTS);

	if (callee == NODE_NONE || m->nodes[callee].shape != SHAPE_ATTRIBUTE || list == NODE_NONE ||
	    m->nodes[callee].first == NODE_NONE || !m->values[list])
		return 0;
	struct slice method = taint_called_name(m, call);
	if (!taint_puts_in(m->lang, method) && !writes_to_memory(m, m->nodes[callee].first, method))
		return 0;
	return taint_write(m, m->nodes[callee].first, m->values[list], true);
}

static int
call_value(const struct taint_set **out, struct taint_machine *m, uint32_t call)
{
	uint32_t function = text_callee(m->functions, call, m->function->class);

	*out = NULL;
	if (function != FUNCTION_NONE)
		return taint_call(out, m, call, function);
	if (taint_gives_safe_type(m, call) || m->taint->safe_functions)
		return 0;
	int rc = taint_element_call(out, m, call);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	*out = taint_operands(m, call);
	return put_in(m, call);
}

static bool
is_comparison(const struct taint_machine *m, uint32_t node)
{
	static const char *const signs[] = {"==", "!=", "<",      ">",          "<=",     ">=", "===", "!==",
					    "in", "is", "not in", "instanceof", "is not", "<>", NULL};

	return taint_is_one_of(flow_operator(&m->unit->shape, node), signs);
}

/* a + 1 is a number as surely as 1 is one. */
static bool
is_arithmetic(const struct taint_machine *m, uint32_t node)
{
	static const char *const signs[] = {"+",  "-",  "*", "/", "%", "**", "//",
					    "<<", ">>", "&", "|", "^", NULL};

	if (!taint_is_one_of(flow_operator(&m->unit->shape, node), signs))
		return false;
	for (uint32_t k = m->nodes[node].first; k != NODE_NONE; k = m->nodes[k].next)
		if (m->nodes[k].start < m->nodes[k].end &&
		    ascii_is_digit(m->unit->shape.text.ptr[m->nodes[k].start]))
			return true;
	return false;
}

/* The condition decides which value it is, not what it is. */
static uint32_t
condition_of(const struct taint_machine *m, uint32_t node)
{
	uint32_t first = m->nodes[node].first;
	uint32_t second = first == NODE_NONE ? NODE_NONE : m->nodes[first].next;

	if (second == NODE_NONE || m->nodes[second].next == NODE_NONE)
		return NODE_NONE;
	return m->lang == LANG_PYTHON ? second : first;
}

/* Of `7 > 6 ? a : b` it is a. */
static const struct taint_set *
conditional_value(struct taint_machine *m, uint32_t node)
{
	uint32_t condition = condition_of(m, node);

	if (condition == NODE_NONE)
		return children(m, node, NODE_NONE);
	int truth = taint_truth(m->unit, m->lang, condition);
	if (truth < 0)
		return children(m, node, condition);
	uint32_t first = m->nodes[node].first, yes = first == condition ? m->nodes[first].next : first;
	uint32_t no = m->nodes[m->nodes[m->nodes[node].first].next].next;
	return m->values[truth ? yes : no];
}

static const struct taint_set *
last_value(const struct taint_machine *m, uint32_t node)
{
	uint32_t last = NODE_NONE;

	for (uint32_t k = m->nodes[node].first; k != NODE_NONE; k = m->nodes[k].next)
		last = k;
	return last == NODE_NONE ? NULL : m->values[last];
}

static const struct taint_set *
block_value(const struct taint_machine *m, uint32_t node)
{
	return flow_returns_last(m->lang) ? last_value(m, node) : NULL;
}

/* What is in front: f(x) of [f(x) for x in y]. */
static const struct taint_set *
comprehension_value(const struct taint_machine *m, uint32_t node)
{
	uint32_t first = m->nodes[node].first;

	if (first != NODE_NONE && m->nodes[first].shape == SHAPE_BLOCK)
		first = m->nodes[first].first;
	return first == NODE_NONE ? NULL : m->values[first];
}

static const struct taint_set *
node_value(struct taint_machine *m, uint32_t node)
{
	const struct taint *taint = m->taint;
	uint32_t value;

	switch (taint_flow_at(m, node)) {
	case FLOW_INDEX:
		return index_value(m, node);
	case FLOW_CONDITIONAL:
		return conditional_value(m, node);
	case FLOW_COMMA:
		return last_value(m, node);
	case FLOW_COMPREHENSION:
		return comprehension_value(m, node);
	case FLOW_AUGMENT:
		return children(m, node, NODE_NONE);
	case FLOW_ASSIGN:
	case FLOW_AS:
		value = flow_value(m->unit, m->language, node);
		return value == NODE_NONE ? NULL : m->values[value];
	case FLOW_IF:
	case FLOW_LOOP:
	case FLOW_EACH:
	case FLOW_SWITCH:
		return NULL;
	case FLOW_RETURN:
		return children(m, node, NODE_NONE);
	default:
		break;
	}
	if (taint->only_assignments || (taint->safe_numbers && is_arithmetic(m, node)) ||
	    (taint->safe_functions && shape_child(m->nodes, node, SHAPE_ARGUMENTS) != NODE_NONE) ||
	    ((taint->safe_booleans || taint->safe_comparisons) && is_comparison(m, node)) ||
	    (taint->safe_booleans && flow_negated(&m->unit->shape, node) != NODE_NONE))
		return NULL;
	return children(m, node, NODE_NONE);
}

int
taint_natural_value(const struct taint_set **out, struct taint_machine *m, uint32_t node)
{
	uint32_t value, base;
	struct slice name;

	*out = NULL;
	switch (m->nodes[node].shape) {
	case SHAPE_CALL:
		if (!m->taint->only_assignments)
			return call_value(out, m, node);
		return 0;
	case SHAPE_ASSIGN:
		value = flow_value(m->unit, m->language, node);
		*out = value == NODE_NONE ? NULL : m->values[value];
		return 0;
	case SHAPE_BLOCK:
		*out = block_value(m, node);
		return 0;
	case SHAPE_FUNCTION:
	case SHAPE_LAMBDA:
	case SHAPE_CLASS:
		return 0;
	case SHAPE_STRING:
		if (!m->taint->only_assignments)
			*out = taint_named_in_text(m, node);
		return 0;
	case SHAPE_TEMPLATE:
		if (m->taint->only_assignments)
			return 0;
		break;
	default:
		break;
	}
	if (flow_is_variable(&m->unit->shape, node) && taint_see_variable(m, node) < 0)
		return -1;
	if (shape_has_kind(&m->nodes[node]) && !flow_is_variable(&m->unit->shape, node))
		*out = node_value(m, node);
	else if (taint_path_part(m, node, &base, &name))
		*out = taint_path_value(m, node);
	else
		*out = children(m, node, NODE_NONE);
	if (m->nodes[node].shape == SHAPE_TEMPLATE)
		*out = taint_join(m, *out, taint_named_in_text(m, node));
	return 0;
}
