/*
 * pattern_same.c - constructs that are written differently and mean the same
 *
 *	pattern                      text                       because
 *	function $F(...) {...}       const f = (a) => {...}     a name for a function (arrow_is_function)
 *	return $X                    (a) => g(a)                its value is what it returns (implicit_return)
 *	f(g())                       x = g(); f(x)              x stands for it (symbolic_propagation)
 */
#include "match/declaration.h"
#include "match/pattern_machine.h"

static uint32_t
last_child(const struct shape_node *nodes, uint32_t i)
{
	uint32_t k = nodes[i].first;

	while (k != NODE_NONE && nodes[k].next != NODE_NONE)
		k = nodes[k].next;
	return k;
}

bool
machine_named_lambda(const struct machine *m, uint32_t t)
{
	uint32_t value = m->t[t].shape == SHAPE_ASSIGN ? last_child(m->t, t) : NODE_NONE;

	return value != NODE_NONE && m->unit->dialect->lambdas_have_names && m->t[t].flags & SHAPE_DECLARES &&
	       m->t[value].shape == SHAPE_LAMBDA && pattern_option(m->pattern, OPTION_ARROW_IS_FUNCTION);
}

/* `function ... (...) {...}`: a function that has a name, or none. */
bool
machine_is_any_function(const struct machine *m, uint32_t p)
{
	uint32_t name = m->p[p].first;

	while (name != NODE_NONE && m->p[name].flags & SHAPE_OPTIONAL)
		name = m->p[name].next;
	return m->p[p].shape == SHAPE_FUNCTION && name != NODE_NONE &&
	       m->pattern->nodes[name].op == PATTERN_DOTS;
}

/* function $F(...) {...} against name = lambda. */
static bool
solve_named_lambda(struct machine *m, const struct goal *goal, uint32_t *next)
{
	uint32_t name = m->p[goal->p].first;

	while (name != NODE_NONE && m->p[name].flags & SHAPE_OPTIONAL)
		name = m->p[name].next;
	if (name == NODE_NONE || m->p[name].first != NODE_NONE || m->p[name].shape == SHAPE_PARAMETERS)
		return false;
	uint32_t at = machine_push(m, (struct goal){.kind = GOAL_SIBLINGS,
						    .p = m->p[name].next,
						    .t = m->t[last_child(m->t, goal->t)].first,
						    .next = goal->next});
	if (at == GOAL_NONE)
		return false;
	*next = machine_push(
		m, (struct goal){.kind = GOAL_NODE, .p = name, .t = m->t[goal->t].first, .next = at});
	return *next != GOAL_NONE;
}

/* Whether the node is an expression that its function returns without saying so. */
bool
machine_returns(const struct machine *m, uint32_t t)
{
	uint32_t block = m->t[t].parent;

	if (block == NODE_NONE || m->t[block].shape != SHAPE_BLOCK || m->t[t].next != NODE_NONE ||
	    !pattern_option(m->pattern, OPTION_IMPLICIT_RETURN))
		return false;
	uint32_t function = m->t[block].parent;
	if (function == NODE_NONE || m->t[t].shape == SHAPE_ASSIGN ||
	    (m->t[t].shape == SHAPE_NODE && slice_starts(shape_text(&m->unit->shape, t), "return")))
		return false;
	if (!m->unit->dialect->lambdas_have_names && !m->unit->dialect->implicit_return)
		return false;
	/* The block round a lambda's only expression is made by shape.c: it has no brackets. */
	if (m->t[function].shape == SHAPE_LAMBDA && m->t[block].start == m->t[t].start &&
	    m->t[block].end == m->t[t].end && m->t[block].kind == m->t[t].kind)
		return true;
	return m->unit->dialect->implicit_return &&
	       (m->t[function].shape == SHAPE_FUNCTION || m->t[function].shape == SHAPE_LAMBDA);
}

/* The value of `return x`; Ruby has it in a list. NODE_NONE: it is no such statement. */
static uint32_t
returned_value(const struct machine *m, uint32_t p)
{
	uint32_t value = m->p[p].first;

	if (m->pattern->nodes[p].op != PATTERN_NODE || m->p[p].shape != SHAPE_NODE || value == NODE_NONE ||
	    m->p[value].next != NODE_NONE || !slice_starts(shape_text(&m->pattern->shape, p), "return"))
		return NODE_NONE;
	return m->p[value].shape == SHAPE_ARGUMENTS ? m->p[value].first : value;
}

bool
machine_is_return(const struct machine *m, uint32_t p)
{
	return returned_value(m, p) != NODE_NONE;
}

/* The node that a name stands for, when it comes before it. */
static uint32_t
meaning_of(const struct machine *m, uint32_t t)
{
	uint32_t values[DECLARATION_VALUES];

	if (m->t[t].shape != SHAPE_NAME || !pattern_option(m->pattern, OPTION_SYMBOLIC_PROPAGATION))
		return NODE_NONE;
	if (declaration_values(m->unit, t, values) != 1 || values[0] >= t)
		return NODE_NONE;
	return values[0];
}

bool
solve_same(struct machine *m, const struct goal *goal, uint32_t *next)
{
	uint32_t p = goal->p, t = goal->t, meaning;

	if (m->p[p].shape == SHAPE_FUNCTION && machine_named_lambda(m, t))
		return solve_named_lambda(m, goal, next);
	if (machine_is_return(m, p) && machine_returns(m, t))
		*next = machine_push(
			m, (struct goal){
				   .kind = GOAL_NODE, .p = returned_value(m, p), .t = t, .next = goal->next});
	else if ((meaning = meaning_of(m, t)) != NODE_NONE)
		*next = machine_push(
			m, (struct goal){.kind = GOAL_NODE, .p = p, .t = meaning, .next = goal->next});
	else
		return false;
	return *next != GOAL_NONE;
}
