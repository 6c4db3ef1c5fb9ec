/*
 * taint_assign.c - variables get values: by assignment, and as parameters
 */
#include "match/taint_machine.h"

/* ---- assignments ---- */

static const struct taint_set *
value_of(const struct taint_machine *m, uint32_t node)
{
	return node == NODE_NONE ? NULL : m->values[node];
}

static int
assign_one(struct taint_machine *m, uint32_t target, const struct taint_set *set, bool mixed)
{
	set = taint_join(m, set, m->pending[target]);
	if (taint_cleans_variable(m, target))
		set = NULL;
	else
		set = taint_join(m, set, taint_sources_at(m, target, NULL, true));
	return taint_write(m, target, set, mixed);
}

static bool
is_pattern(const struct taint_machine *m, uint32_t node)
{
	uint8_t shape = m->nodes[node].shape;

	return shape == SHAPE_LIST || shape == SHAPE_DICTIONARY || shape == SHAPE_PAIR ||
	       (shape == SHAPE_NODE && m->nodes[node].first != NODE_NONE &&
		taint_unwrapped(m, node) == node && taint_flow_at(m, node) == FLOW_NONE);
}

/* a, b = c, d: each its own value. */
static bool
are_pairs(const struct taint_machine *m, uint32_t target, uint32_t value)
{
	if (value == NODE_NONE || m->nodes[value].shape != m->nodes[target].shape ||
	    m->nodes[target].shape == SHAPE_DICTIONARY)
		return false;
	uint32_t a = m->nodes[target].first, b = m->nodes[value].first;
	while (a != NODE_NONE && b != NODE_NONE) {
		a = m->nodes[a].next;
		b = m->nodes[b].next;
	}
	return a == b;
}

/* for x in y: the element is not all of y. */
static bool
takes_element(const struct taint_machine *m, uint32_t target)
{
	enum flow flow = taint_flow_at(m, m->nodes[target].parent);

	return flow == FLOW_EACH || flow == FLOW_RANGE;
}

int
taint_assign(struct taint_machine *m, uint32_t target, uint32_t value, bool mixed)
{
	if (m->taint->only_assignments && takes_element(m, target))
		value = NODE_NONE;
	if (!is_pattern(m, target)) {
		if (assign_one(m, target, value_of(m, value), mixed) < 0)
			return -1;
		return mixed || taint_cleans_variable(m, target) ? 0 : taint_fill_container(m, target, value);
	}
	if (are_pairs(m, target, value)) {
		uint32_t b = m->nodes[value].first;
		for (uint32_t a = m->nodes[target].first; a != NODE_NONE;
		     a = m->nodes[a].next, b = m->nodes[b].next)
			if (!is_pattern(m, a) && assign_one(m, a, m->values[b], mixed) < 0)
				return -1;
		return 0;
	}
	for (uint32_t k = target + 1; k < m->nodes[target].subtree_end; k++) {
		bool key = m->nodes[m->nodes[k].parent].shape == SHAPE_PAIR && m->nodes[k].next != NODE_NONE;
		if (key || !flow_is_variable(&m->unit->shape, k))
			continue;
		if (assign_one(m, k, value_of(m, value), mixed) < 0)
			return -1;
	}
	return 0;
}

/* ---- parameters ---- */

/* A lambda that is given to a method such as `each` gets what the method is called on. */
static const struct taint_set *
from_receiver(const struct taint_machine *m, uint32_t name)
{
	uint32_t lambda = name;

	for (unsigned i = 0; i < 4 && lambda != NODE_NONE && m->nodes[lambda].shape != SHAPE_LAMBDA; i++)
		lambda = m->nodes[lambda].parent;
	if (lambda == NODE_NONE || m->nodes[lambda].shape != SHAPE_LAMBDA)
		return NULL;
	uint32_t call = m->nodes[lambda].parent;
	if (call != NODE_NONE && m->nodes[call].shape == SHAPE_ARGUMENTS)
		call = m->nodes[call].parent;
	if (call == NODE_NONE || m->nodes[call].shape != SHAPE_CALL ||
	    !taint_is_each(taint_called_name(m, call)))
		return NULL;
	uint32_t callee = m->nodes[call].first;
	if (m->nodes[callee].shape != SHAPE_ATTRIBUTE || m->nodes[callee].first == NODE_NONE)
		return NULL;
	return m->values[m->nodes[callee].first];
}

int
taint_enter(struct taint_machine *m, uint32_t name, uint32_t value, uint32_t parameter)
{
	const struct taint_set *set = taint_join(m, value_of(m, value), m->pending[name]);
	uint32_t holder = m->nodes[name].parent;

	if (parameter == FUNCTION_NONE) {
		set = taint_join(m, set, from_receiver(m, name));
	} else if (m->summary->open) {
		struct taint_item item = {ORIGIN_PARAMETER(parameter), 0, NULL, NULL};
		set = taint_join(m, set, taint_one(&m->sets, &item));
	}
	set = taint_sources_at(m, name, set, false);
	if (holder != NODE_NONE && m->nodes[holder].shape == SHAPE_PARAMETER)
		set = taint_sources_at(m, holder, set, false);
	set = taint_sources_at(m, name, set, true);
	if (taint_is_sanitized(m, name))
		set = NULL;
	m->values[name] = set;
	return taint_write(m, name, set, false);
}
