/*
 * pattern_node.c - one node of a pattern against one of the text: whether they can be the same, and how
 * their children are then compared
 */
#include "match/pattern_machine.h"

/* The name of a parameter: with the type before it the second one, `int i = j`. */
static uint32_t
name_of_parameter(const struct machine *m, uint32_t t)
{
	uint32_t name = shape_child(m->t, t, SHAPE_NAME);

	if (m->unit->dialect->types != TYPES_BEFORE || name == NODE_NONE)
		return name;
	uint32_t second = m->t[name].next;
	if (second == NODE_NONE || m->t[second].shape != SHAPE_NAME)
		return name;
	struct slice between = slice_sub(m->unit->shape.text, m->t[name].end, m->t[second].start);
	return slice_chr(between, '=') == (size_t)-1 ? second : name;
}

/* The node that a pattern of that shape means where the text says more. */
uint32_t
machine_unwrap(const struct machine *m, uint8_t shape, bool hole, uint32_t t)
{
	uint32_t inner = t;

	if (m->t[t].shape == SHAPE_DECLARATION && shape == SHAPE_ASSIGN)
		inner = shape_child(m->t, t, SHAPE_ASSIGN);
	else if (m->t[t].shape == SHAPE_DECORATED && (shape == SHAPE_FUNCTION || shape == SHAPE_CLASS)) {
		inner = shape_child(m->t, t, (enum shape)shape);
	} else if (m->t[t].shape == SHAPE_PARAMETER && (hole || shape != SHAPE_PARAMETER)) {
		inner = name_of_parameter(m, t);
	}
	return inner == NODE_NONE ? t : inner;
}

bool
machine_is_cast(const struct machine *m, uint32_t p, uint32_t t)
{
	return m->t[t].flags & (SHAPE_IS_FIRST | SHAPE_IS_LAST) && m->t[t].first != NODE_NONE &&
	       !(m->p[p].shape == m->t[t].shape && m->p[p].kind == m->t[t].kind);
}

/* `a` of `a as T`, for a pattern that says nothing of T. */
uint32_t
machine_uncast(const struct machine *m, uint32_t p, uint32_t t)
{
	while (m->pattern->nodes[p].op == PATTERN_NODE && machine_is_cast(m, p, t)) {
		bool last = m->t[t].flags & SHAPE_IS_LAST;
		t = m->t[t].first;
		while (last && m->t[t].next != NODE_NONE)
			t = m->t[t].next;
	}
	return t;
}

static bool
has_dots(const struct machine *m, uint32_t p)
{
	for (; p != NODE_NONE; p = m->p[p].next)
		if (m->pattern->nodes[p].op == PATTERN_DOTS || m->pattern->nodes[p].op == PATTERN_MORE)
			return true;
	return false;
}

static uint32_t
count(const struct shape_node *nodes, uint32_t i, uint8_t shape)
{
	uint32_t n = 0;

	for (; i != NODE_NONE; i = nodes[i].next)
		n += shape == SHAPE_NODE || nodes[i].shape == shape;
	return n;
}

static bool
is_field(const struct shape_node *node)
{
	return node->shape == SHAPE_PAIR || node->shape == SHAPE_ASSIGN;
}

/* Fields in any order: what the pattern has are pairs, or `...`; or holes, where the text has pairs. */
static bool
is_unordered(const struct machine *m, uint32_t p, uint32_t t)
{
	uint8_t shape = m->p[p].shape;
	bool fields = m->t[t].first == NODE_NONE;

	if (shape == SHAPE_MODIFIERS || shape == SHAPE_DECORATED)
		return !pattern_option(m->pattern, OPTION_DECORATORS_ORDER_MATTERS);
	for (uint32_t k = m->p[p].first; k != NODE_NONE && !m->unit->dialect->records_are_open;
	     k = m->p[k].next) {
		uint8_t op = m->pattern->nodes[k].op;
		if ((op == PATTERN_NODE || op == PATTERN_TEXT || op == PATTERN_TEXT_META) &&
		    !is_field(&m->p[k]))
			return false;
	}
	for (uint32_t k = m->t[t].first; k != NODE_NONE && !fields; k = m->t[k].next)
		fields = is_field(&m->t[k]);
	return shape == SHAPE_DICTIONARY && (fields || m->unit->dialect->records_are_open);
}

/* `class A(B, C) { ... }`: a pattern need not name all bases, or all members. */
static bool
is_within_class(const struct machine *m, uint32_t p)
{
	uint32_t up = m->p[p].parent;

	return up != NODE_NONE && (m->p[up].shape == SHAPE_CLASS || m->p[up].flags & SHAPE_MEMBERS);
}

/* `@a()` of a pattern, or `@a(...)`, is `@a`. */
bool
machine_is_decorator_call(const struct machine *m, uint32_t p, uint32_t t)
{
	if (m->p[p].shape != SHAPE_CALL || m->t[t].shape == SHAPE_CALL || m->t[t].parent == NODE_NONE ||
	    !(m->t[m->t[t].parent].flags & SHAPE_CALLS))
		return false;
	uint32_t arguments = shape_child(m->p, p, SHAPE_ARGUMENTS);
	return arguments != NODE_NONE && (m->p[arguments].first == NODE_NONE || machine_is_any(m, arguments));
}

/* The goal for the children of two nodes; false when it cannot be met. */
bool
machine_children(const struct machine *m, struct goal *goal, uint32_t p, uint32_t t)
{
	uint8_t shape = m->p[p].shape;

	goal->p = m->p[p].first;
	goal->t = m->t[t].first;
	goal->kind = GOAL_SIBLINGS;
	if (m->unit->dialect->blocks_are_records && (shape == SHAPE_BLOCK || shape == SHAPE_DICTIONARY)) {
		goal->kind = GOAL_SOME;
		goal->open = shape == SHAPE_BLOCK && has_dots(m, goal->p);
		goal->stop = m->t[t].subtree_end;
		return true;
	}
	if (shape == SHAPE_RUN) {
		goal->open = true;
	} else if (shape == SHAPE_BLOCK) {
		bool members = is_within_class(m, p);
		goal->kind = members ? GOAL_MEMBERS : GOAL_STATEMENTS;
		goal->stop = m->t[t].subtree_end;
		goal->open = members;
	} else if (shape == SHAPE_ARGUMENTS && is_within_class(m, p)) {
		goal->kind = GOAL_SOME;
	} else if (shape == SHAPE_ARGUMENTS || shape == SHAPE_ELEMENT) {
		goal->kind = GOAL_ARGUMENTS;
		goal->stop = t;
		goal->open = shape == SHAPE_ELEMENT;
		return goal->open || has_dots(m, goal->p) ||
		       count(m->p, goal->p, SHAPE_KEYWORD) == count(m->t, goal->t, SHAPE_KEYWORD);
	} else if (m->t[t].flags & SHAPE_SOME) {
		goal->kind = GOAL_SOME;
	} else if (is_unordered(m, p, t)) {
		goal->kind = GOAL_SOME;
		return shape == SHAPE_MODIFIERS || shape == SHAPE_DECORATED ||
		       m->unit->dialect->records_are_open || has_dots(m, goal->p) ||
		       count(m->p, goal->p, SHAPE_NODE) == count(m->t, goal->t, SHAPE_NODE);
	}
	return true;
}

/* `x = 1` and `var x = 1`, `var x = 1` and `let x = 1`. */
static bool
may_declare(const struct machine *m, uint32_t p, uint32_t t)
{
	if (!(m->p[p].flags & SHAPE_DECLARES))
		return pattern_option(m->pattern, OPTION_VARDEF_ASSIGN);
	if (pattern_option(m->pattern, OPTION_LET_IS_VAR))
		return true;
	struct slice a = slice_trim(slice_sub(m->pattern->shape.text, 0, m->p[p].start));
	struct slice b = slice_trim(slice_sub(m->unit->shape.text, 0, m->t[t].start));
	return a.len == 0 || b.len == 0 || (slice_ends(a, "var") == slice_ends(b, "var"));
}

bool
machine_shapes_fit(const struct machine *m, uint32_t p, uint32_t t)
{
	if (m->p[p].shape == SHAPE_DICTIONARY && m->t[t].shape == SHAPE_BLOCK)
		return m->unit->dialect->blocks_are_records;
	/* `a: 1` as an argument, and as a field. */
	if (m->p[p].shape == SHAPE_PAIR && m->t[t].shape == SHAPE_KEYWORD)
		return true;
	if (m->t[t].shape == SHAPE_LAMBDA && machine_is_any_function(m, p))
		return true;
	if (m->p[p].shape != m->t[t].shape)
		return false;
	if (m->p[p].shape == SHAPE_ASSIGN && m->p[p].flags & SHAPE_DECLARES &&
	    !(m->t[t].flags & SHAPE_DECLARES))
		return false;
	if (m->p[p].shape == SHAPE_ASSIGN && m->p[p].flags & SHAPE_DECLARES &&
	    (m->p[p].flags ^ m->t[t].flags) & SHAPE_SHORT)
		return false;
	if (m->p[p].shape == SHAPE_ASSIGN && m->t[t].flags & SHAPE_DECLARES && !may_declare(m, p, t))
		return false;
	return (m->p[p].shape != SHAPE_NODE && m->p[p].shape != SHAPE_TOKEN) || m->p[p].kind == m->t[t].kind;
}

/* ---- at a glance ---- */

static bool
is_leaf_name(const struct shape_node *node)
{
	return node->shape == SHAPE_NAME && node->first == NODE_NONE;
}

/* A name of the pattern, or a metavariable. */
static bool
name_may_fit(struct machine *m, uint32_t p, uint32_t t)
{
	const struct pattern_node *op = &m->pattern->nodes[p];

	if (m->p[p].first != NODE_NONE || !is_leaf_name(&m->t[t]))
		return true;
	if (op->op == PATTERN_META)
		return machine_guards_hold(m, op->slot, t);
	return op->op != PATTERN_NODE || m->p[p].shape != SHAPE_NAME || machine_leaf_fits(m, p, t) ||
	       machine_literal_fits(m, p, t);
}

/* The second of two children, or NODE_NONE. */
static uint32_t
second_of_two(const struct shape_node *nodes, uint32_t i)
{
	uint32_t first = nodes[i].first, second = first == NODE_NONE ? NODE_NONE : nodes[first].next;

	return second != NODE_NONE && nodes[second].next == NODE_NONE ? second : NODE_NONE;
}

/* f(...), x.f(...): the last name of what is called. */
static bool
callee_may_fit(struct machine *m, uint32_t p, uint32_t t)
{
	if (p == NODE_NONE || t == NODE_NONE)
		return true;
	if (m->p[p].shape != SHAPE_ATTRIBUTE || m->t[t].shape != SHAPE_ATTRIBUTE)
		return name_may_fit(m, p, t);
	p = second_of_two(m->p, p);
	t = second_of_two(m->t, t);
	return p == NODE_NONE || t == NODE_NONE || name_may_fit(m, p, t);
}

bool
machine_may_fit(struct machine *m, uint32_t p, uint32_t t)
{
	uint8_t want = m->p[p].shape, have = m->t[t].shape;

	if (m->pattern->nodes[p].op != PATTERN_NODE || m->p[p].first == NODE_NONE ||
	    m->t[t].flags & (SHAPE_IS_FIRST | SHAPE_IS_LAST))
		return true;
	if (want != SHAPE_CALL && want != SHAPE_IF && want != SHAPE_LOOP && want != SHAPE_CLASS &&
	    want != SHAPE_ASSIGN && want != SHAPE_FUNCTION)
		return true;
	if (want == have)
		return want != SHAPE_CALL || callee_may_fit(m, m->p[p].first, m->t[t].first);
	if (machine_is_decorator_call(m, p, t))
		return true;
	if (have == SHAPE_NAME)
		return pattern_option(m->pattern, OPTION_SYMBOLIC_PROPAGATION);
	if (have == SHAPE_LAMBDA || have == SHAPE_ASSIGN)
		return want == SHAPE_FUNCTION;
	return have == SHAPE_DECLARATION || have == SHAPE_DECORATED || have == SHAPE_PARAMETER;
}
