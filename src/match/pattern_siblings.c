/*
 * pattern_siblings.c - runs of siblings: arguments, fields, statements
 */
#include "match/pattern_machine.h"

/* ---- siblings ---- */

/* Whether the match is not made up of the node unless the pattern names it. */
static bool
is_passed_over(const struct machine *m, uint32_t t)
{
	uint32_t up = m->t[t].parent;
	uint8_t parent = up == NODE_NONE ? SHAPE_NODE : m->t[up].shape;

	return parent == SHAPE_BLOCK || parent == SHAPE_MODIFIERS || parent == SHAPE_DECORATED ||
	       parent == SHAPE_PARAMETERS || m->t[t].flags & SHAPE_OPTIONAL;
}

/* One pattern sibling against one of the text, then the rest. */
static bool
pair_siblings(struct machine *m, const struct goal *goal, uint32_t t, uint32_t *next)
{
	struct goal rest = *goal;

	rest.p = m->p[goal->p].next;
	rest.t = m->t[t].next;
	uint32_t at = machine_push(m, rest);
	if (at == GOAL_NONE)
		return false;
	/* Of modifiers each is taken by itself. */
	if (is_passed_over(m, t) && m->t[t].shape != SHAPE_MODIFIERS)
		machine_take(m, t);
	*next = machine_push(m, (struct goal){.kind = GOAL_NODE, .p = goal->p, .t = t, .next = at});
	return *next != GOAL_NONE;
}

static uint32_t
skip_keywords(const struct shape_node *nodes, uint32_t i, bool skip)
{
	while (skip && i != NODE_NONE && nodes[i].shape == SHAPE_KEYWORD)
		i = nodes[i].next;
	return i;
}

/* $...X takes a run of siblings, from none to all. */
static bool
solve_more(struct machine *m, const struct goal *goal)
{
	const struct pattern_node *op = &m->pattern->nodes[goal->p];
	uint32_t start = goal->t == NODE_NONE ? m->end : m->t[goal->t].start, end = start;
	struct goal rest = *goal;

	rest.p = m->p[goal->p].next;
	for (uint32_t t = goal->t;; t = m->t[t].next) {
		uint32_t bound = m->bound;
		struct bound was = m->slots[op->slot];
		rest.t = t;
		if (machine_bind(m, op->slot, start, end))
			machine_attempt(m, rest);
		m->bound = bound;
		m->slots[op->slot] = was;
		if (t == NODE_NONE)
			return false;
		end = m->t[t].end;
	}
}

static bool
solve_dots(struct machine *m, const struct goal *goal, uint32_t *next)
{
	struct goal rest = *goal;

	rest.p = m->p[goal->p].next;
	bool last = skip_keywords(m->p, rest.p, goal->kind == GOAL_ARGUMENTS) == NODE_NONE;
	if (last && goal->kind != GOAL_ARGUMENTS) {
		*next = goal->next;
		return true;
	}
	if (last) {
		rest.t = NODE_NONE;
		*next = machine_push(m, rest);
		return *next != GOAL_NONE;
	}
	for (uint32_t t = goal->t;; t = m->t[t].next) {
		rest.t = t;
		machine_attempt(m, rest);
		if (t == NODE_NONE)
			return false;
	}
}

/* A named argument of the pattern is any of that name, wherever it stands. */
static bool
solve_keyword(struct machine *m, const struct goal *goal)
{
	struct goal rest = *goal;

	rest.p = m->p[goal->p].next;
	for (uint32_t k = m->t[goal->stop].first; k != NODE_NONE; k = m->t[k].next) {
		if (m->t[k].shape != SHAPE_KEYWORD)
			continue;
		uint32_t mark = m->ngoals, at = machine_push(m, rest);
		if (at != GOAL_NONE)
			machine_attempt(m,
					(struct goal){.kind = GOAL_NODE, .p = goal->p, .t = k, .next = at});
		m->ngoals = mark;
	}
	return false;
}

/* A list or block of `...` alone, and the text has none: `new A`, `class A:`, `function f();`. */
static bool
may_lack(const struct machine *m, uint32_t p, uint32_t t)
{
	uint8_t shape = m->p[p].shape;

	if (shape == SHAPE_BLOCK && m->unit->dialect->blocks_are_written)
		return false;
	return (shape == SHAPE_BLOCK || shape == SHAPE_ARGUMENTS || shape == SHAPE_PARAMETERS) &&
	       (t == NODE_NONE || m->t[t].shape != shape ||
		(m->t[t].flags & ~m->p[p].flags & SHAPE_OPTIONAL)) &&
	       machine_is_any(m, p);
}

bool
solve_siblings(struct machine *m, const struct goal *goal, uint32_t *next)
{
	bool arguments = goal->kind == GOAL_ARGUMENTS;
	uint32_t t = goal->t;

	if (goal->p == NODE_NONE) {
		t = skip_keywords(m->t, t, arguments);
		while (t != NODE_NONE && m->t[t].flags & SHAPE_OPTIONAL)
			t = m->t[t].next;
		*next = goal->next;
		return t == NODE_NONE || goal->open;
	}
	uint8_t op = m->pattern->nodes[goal->p].op;
	if (op == PATTERN_DOTS)
		return solve_dots(m, goal, next);
	if (op == PATTERN_MORE)
		return solve_more(m, goal);
	t = skip_keywords(m->t, t, arguments);
	if (may_lack(m, goal->p, t)) {
		struct goal rest = *goal;
		rest.p = m->p[goal->p].next;
		machine_attempt(m, rest);
	}
	if (t == NODE_NONE)
		return false;
	if (m->t[t].flags & SHAPE_OPTIONAL) {
		struct goal rest = *goal;
		rest.t = m->t[t].next;
		machine_attempt(m, rest);
	}
	return pair_siblings(m, goal, t, next);
}

bool
solve_arguments(struct machine *m, const struct goal *goal, uint32_t *next)
{
	if (goal->p != NODE_NONE && m->pattern->nodes[goal->p].op == PATTERN_NODE &&
	    m->p[goal->p].shape == SHAPE_KEYWORD)
		return solve_keyword(m, goal);
	return solve_siblings(m, goal, next);
}

/* Of an open goal a block counts at any depth, an attribute where it stands. */
static uint32_t
next_of_some(const struct machine *m, const struct goal *goal, uint32_t wanted, uint32_t t)
{
	if (!goal->open || m->p[wanted].shape == SHAPE_ASSIGN)
		return m->t[t].next;
	do
		t++;
	while (t < goal->stop && !machine_is_statement(m, t));
	return t < goal->stop ? t : NODE_NONE;
}

bool
solve_some(struct machine *m, const struct goal *goal, uint32_t *next)
{
	struct goal rest = *goal;

	while (rest.p != NODE_NONE && m->pattern->nodes[rest.p].op == PATTERN_DOTS)
		rest.p = m->p[rest.p].next;
	*next = goal->next;
	if (rest.p == NODE_NONE)
		return true;
	uint32_t wanted = rest.p, number = 0;
	rest.p = m->p[rest.p].next;
	for (uint32_t t = goal->t; t != NODE_NONE; t = next_of_some(m, goal, wanted, t)) {
		/* Those beyond 64 may be taken twice. */
		uint64_t bit = number < 64 ? (uint64_t)1 << number : 0;
		number++;
		if (goal->used & bit)
			continue;
		rest.used = goal->used | bit;
		uint32_t mark = m->ngoals, ntaken = m->ntaken, at = machine_push(m, rest);
		if (at == GOAL_NONE)
			return false;
		if (is_passed_over(m, t))
			machine_take(m, t);
		machine_attempt(m, (struct goal){.kind = GOAL_NODE, .p = wanted, .t = t, .next = at});
		m->ngoals = mark;
		m->ntaken = ntaken;
	}
	return false;
}

/* ---- statements ---- */

/* Whether a pattern's `...` stands for members of a class. */
static bool
is_for_members(const struct machine *m, uint32_t p)
{
	uint32_t block = m->p[p].parent, owner = block == NODE_NONE ? NODE_NONE : m->p[block].parent;

	if (owner == NODE_NONE || m->unit->dialect->classes_are_open)
		return false;
	return m->p[owner].shape == SHAPE_CLASS || m->p[owner].flags & SHAPE_MEMBERS;
}

/* What `...` goes on with: what a statement holds, then what is behind it; of members the next. */
static uint32_t
next_statement(const struct machine *m, uint32_t dots, uint32_t t)
{
	bool closed = m->t[t].shape == SHAPE_FUNCTION && m->unit->dialect->functions_are_closed;

	return is_for_members(m, dots) ? m->t[t].next : closed ? m->t[t].subtree_end : t + 1;
}

static bool
solve_statement_dots(struct machine *m, const struct goal *goal, uint32_t *next)
{
	struct goal rest = *goal;

	rest.p = m->p[goal->p].next;
	if (rest.p == NODE_NONE) {
		if (goal->open && goal->stop > 0) {
			uint32_t end = m->t[goal->stop - 1].end;
			for (uint32_t k = goal->t; k != NODE_NONE; k = m->t[k].next)
				end = m->t[k].end;
			m->end = m->end > end ? m->end : end;
		}
		*next = goal->next;
		return true;
	}
	rest.dots = true;
	bool anywhere = machine_is_expression(m, rest.p);
	for (uint32_t t = goal->t; t != NODE_NONE && t < goal->stop; t = next_statement(m, goal->p, t)) {
		if (!machine_is_statement(m, t) || (!anywhere && !machine_may_fit(m, rest.p, t)))
			continue;
		rest.t = t;
		machine_attempt(m, rest);
	}
	return false;
}

/* Whether a pattern is an expression: as a statement it may stand anywhere in one, as in `return f(x)`. */
bool
machine_is_expression(const struct machine *m, uint32_t p)
{
	switch (m->p[p].shape) {
	case SHAPE_CALL:
	case SHAPE_ATTRIBUTE:
	case SHAPE_STRING:
	case SHAPE_TEMPLATE:
	case SHAPE_LIST:
	case SHAPE_DICTIONARY:
		return m->pattern->nodes[p].op != PATTERN_META && m->pattern->nodes[p].op != PATTERN_DOTS;
	case SHAPE_NODE:
		return m->pattern->nodes[p].op == PATTERN_NODE && m->p[p].flags & SHAPE_EXPRESSION;
	default:
		return m->pattern->nodes[p].op == PATTERN_DEEP;
	}
}

/* The statement's expressions, not those of the blocks in it. */
static void
solve_expressions(struct machine *m, const struct goal *goal, uint32_t rest)
{
	for (uint32_t k = goal->t + 1; k < m->t[goal->t].subtree_end;) {
		if (m->t[k].shape == SHAPE_BLOCK) {
			k = m->t[k].subtree_end;
			continue;
		}
		uint32_t ntaken = m->ntaken;
		machine_take(m, k);
		if ((m->t[k].shape == m->p[goal->p].shape || m->t[k].shape == SHAPE_NAME) &&
		    machine_may_fit(m, goal->p, k))
			machine_attempt(m,
					(struct goal){.kind = GOAL_NODE, .p = goal->p, .t = k, .next = rest});
		m->ntaken = ntaken;
		k++;
	}
}

bool
solve_statements(struct machine *m, const struct goal *goal, uint32_t *next)
{
	struct goal rest = *goal;

	*next = goal->next;
	if (goal->p == NODE_NONE)
		return goal->open || goal->dots || goal->t == NODE_NONE;
	uint8_t op = m->pattern->nodes[goal->p].op;
	if (op == PATTERN_DOTS)
		return solve_statement_dots(m, goal, next);
	if (goal->t == NODE_NONE)
		return false;
	if (op == PATTERN_MORE)
		return solve_more(m, goal);
	rest.p = m->p[goal->p].next;
	rest.t = m->t[goal->t].next;
	/* Behind `...` everything that comes later counts, also what the statement holds. */
	if (rest.p != NODE_NONE && m->pattern->nodes[rest.p].op == PATTERN_DOTS && rest.t == NODE_NONE &&
	    goal->t + 1 < goal->stop)
		rest.t = goal->t + 1;
	if (goal->open)
		m->end = m->t[goal->t].end > m->end ? m->t[goal->t].end : m->end;
	uint32_t at = machine_push(m, rest);
	if (at == GOAL_NONE)
		return false;
	if (machine_is_expression(m, goal->p) && pattern_option(m->pattern, OPTION_IMPLICIT_DEEP_EXPRSTMT))
		solve_expressions(m, goal, at);
	machine_take(m, goal->t);
	*next = machine_push(m, (struct goal){.kind = GOAL_NODE, .p = goal->p, .t = goal->t, .next = at});
	return *next != GOAL_NONE;
}

bool
solve_members(struct machine *m, const struct goal *goal, uint32_t *next)
{
	struct goal rest = *goal;

	rest.kind = GOAL_STATEMENTS;
	*next = machine_push(m, rest);
	if (*next == GOAL_NONE || goal->p == NODE_NONE || m->pattern->nodes[goal->p].op == PATTERN_DOTS)
		return *next != GOAL_NONE;
	for (uint32_t t = goal->t; t != NODE_NONE; t = m->t[t].next) {
		rest.t = t;
		machine_attempt(m, rest);
	}
	return false;
}
