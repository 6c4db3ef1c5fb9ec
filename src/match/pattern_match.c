/*
 * pattern_match.c - a pattern against the shape of a text
 *
 * What is left to be compared is a list of goals: "this pattern node is that node",
 * "these siblings are those siblings". Most goals are met in one way only
 * and are worked off in a loop. Where there is a choice (how much `...` takes) the rest of
 * the goals is solved once for each way; bindings of a way that failed are
 * taken back. So the C stack grows with the choices of the pattern, never with the
 * depth of the text:
 *
 *	f(..., $X, ...)  against  f(a, b)
 *	[CALL = CALL]  →  [f = f] [(..., $X, ...) = (a, b)]
 *	`...` takes nothing: [$X = a] [(...) = (b)]   first solution, $X is a
 *	`...` takes a:       [$X = b] [(...) = ()]    second, $X is b
 *
 * Among statements `...` also steps into what is nested: the next statement may
 * be any that comes later in the block, at any depth, as with Semgrep.
 */

#include <stdlib.h>

#include "base/ascii.h"
#include "match/makeup.h"
#include "match/pattern_machine.h"
#include "match/source.h"

static void solve(struct machine *m, uint32_t goal);

uint32_t
machine_push(struct machine *m, struct goal goal)
{
	if (m->ngoals == LIMIT_PATTERN_GOALS) {
		m->limit = "a pattern was given up: too many goals";
		return GOAL_NONE;
	}
	m->goals[m->ngoals] = goal;
	return m->ngoals++;
}

void
machine_attempt(struct machine *m, struct goal goal)
{
	uint32_t bound = m->bound, ngoals = m->ngoals, ntaken = m->ntaken, end = m->end;
	struct bound slots[PATTERN_SLOTS];

	if (m->limit || m->failed || m->solutions >= LIMIT_PATTERN_SOLUTIONS)
		return;
	if (m->depth >= LIMIT_PATTERN_DEPTH) {
		m->limit = "a pattern was given up: too many choices";
		return;
	}
	memcpy(slots, m->slots, m->pattern->nslots * sizeof(slots[0]));
	uint32_t at = machine_push(m, goal);
	if (at != GOAL_NONE) {
		m->depth++;
		solve(m, at);
		m->depth--;
	}
	memcpy(m->slots, slots, m->pattern->nslots * sizeof(slots[0]));
	m->bound = bound;
	m->ngoals = ngoals;
	m->ntaken = ntaken;
	m->end = end;
}

void
machine_take(struct machine *m, uint32_t t)
{
	if (m->ntaken < TAKEN_MAX)
		m->taken[m->ntaken] = t;
	m->ntaken += m->ntaken <= TAKEN_MAX;
}

/* ---- solutions ---- */

static bool
same_bindings(const struct range *a, const struct range *b)
{
	if (a->start != b->start || a->end != b->end || a->nbindings != b->nbindings)
		return false;
	for (size_t i = 0; i < a->nbindings; i++)
		if (a->bindings[i].value.ptr != b->bindings[i].value.ptr ||
		    a->bindings[i].value.len != b->bindings[i].value.len)
			return false;
	return true;
}

static void
solution(struct machine *m)
{
	struct binding *bindings = arena_array(m->arena, m->pattern->nslots, sizeof(*bindings));
	struct range range = {.start = m->begin, .end = m->end, .span_start = m->begin, .span_end = m->end};

	if (!bindings) {
		err_oom(m->err);
		m->failed = true;
		return;
	}
	for (size_t i = 0; i < m->pattern->nslots; i++)
		if (m->bound & (1u << i))
			bindings[range.nbindings++] = (struct binding){
				m->pattern->slots[i],
				slice_sub(m->unit->shape.text, m->slots[i].start, m->slots[i].end),
				m->slots[i].constant};
	range.bindings = bindings;
	m->solutions++;
	for (size_t i = m->first; i < m->out->n; i++)
		if (same_bindings(&m->out->items[i], &range))
			return;
	m->failed |= m->ntaken > TAKEN_MAX
			     ? range_whole(&range, m->arena, m->err) < 0
			     : makeup_pieces(&range, m->unit, m->taken, m->ntaken, m->arena, m->err) < 0;
	m->failed |= range_list_add(m->out, &range, m->err) < 0;
}

static struct slice
bound_text(const struct machine *m, const struct bound *bound)
{
	return bound->constant.len > 0 ? bound->constant
				       : slice_sub(m->unit->shape.text, bound->start, bound->end);
}

bool
machine_bind_constant(struct machine *m, uint8_t slot, struct bound bound)
{
	if (m->bound & (1u << slot))
		return source_equal(bound_text(m, &m->slots[slot]), bound_text(m, &bound));
	m->bound |= 1u << slot;
	m->slots[slot] = bound;
	return true;
}

bool
machine_bind(struct machine *m, uint8_t slot, uint32_t start, uint32_t end)
{
	return machine_bind_constant(m, slot, (struct bound){.start = start, .end = end});
}

bool
machine_is_statement(const struct machine *m, uint32_t t)
{
	return m->t[t].parent != NODE_NONE && m->t[m->t[t].parent].shape == SHAPE_BLOCK;
}

bool
machine_is_any(const struct machine *m, uint32_t p)
{
	uint32_t k = m->p[p].first;

	while (k != NODE_NONE && m->pattern->nodes[k].op == PATTERN_DOTS)
		k = m->p[k].next;
	return m->p[p].first != NODE_NONE && k == NODE_NONE;
}

/* ---- nodes ---- */

/* The node may stand in a block that the match passes over. */
static void
take_and_attempt(struct machine *m, struct goal goal)
{
	uint32_t ntaken = m->ntaken;

	machine_take(m, goal.t);
	machine_attempt(m, goal);
	m->ntaken = ntaken;
}

/* What a function passed along does is no part of the expression that passes it. */
static bool
deep(struct machine *m, const struct goal *goal)
{
	uint32_t child = m->pattern->nodes[goal->p].child;

	for (uint32_t k = goal->t; k < m->t[goal->t].subtree_end;) {
		bool closed = m->t[k].shape == SHAPE_LAMBDA || m->t[k].shape == SHAPE_FUNCTION ||
			      m->t[k].shape == SHAPE_CLASS;
		if (machine_may_fit(m, child, k))
			take_and_attempt(
				m, (struct goal){.kind = GOAL_NODE, .p = child, .t = k, .next = goal->next});
		k = closed ? m->t[k].subtree_end : k + 1;
	}
	return false;
}

/* `a. ... .b`: what stands before the dots is the receiver itself, or any that it was called on. */
static bool
solve_chain(struct machine *m, const struct goal *goal, uint32_t t)
{
	uint32_t inner = m->p[goal->p].first;

	while (t != NODE_NONE && (m->t[t].shape == SHAPE_CALL || m->t[t].shape == SHAPE_ATTRIBUTE)) {
		machine_attempt(m, (struct goal){.kind = GOAL_NODE, .p = inner, .t = t, .next = goal->next});
		t = m->t[t].first;
	}
	if (t != NODE_NONE)
		machine_attempt(m, (struct goal){.kind = GOAL_NODE, .p = inner, .t = t, .next = goal->next});
	return false;
}

static bool
is_chain(const struct machine *m, uint32_t p)
{
	if (m->p[p].shape != SHAPE_ATTRIBUTE || m->p[p].first == NODE_NONE)
		return false;
	uint32_t name = m->p[m->p[p].first].next;
	return name != NODE_NONE && m->pattern->nodes[name].op == PATTERN_DOTS;
}

static bool
is_import(const struct machine *m, uint32_t p, uint32_t t)
{
	return m->p[p].flags & SHAPE_IMPORT && m->t[t].flags & SHAPE_IMPORT && m->p[p].shape == SHAPE_NODE;
}

/* Meets the goal and leaves what follows in *next; false when there is nothing more to do. */
static bool
solve_node(struct machine *m, const struct goal *goal, uint32_t *next)
{
	const struct pattern_node *op = &m->pattern->nodes[goal->p];
	uint32_t p = goal->p, t = goal->t;

	*next = goal->next;
	if (op->op == PATTERN_DOTS || op->op == PATTERN_MORE)
		return true;
	if (op->op == PATTERN_DEEP)
		return deep(m, goal);
	t = machine_uncast(m, p, machine_unwrap(m, m->p[p].shape, op->op == PATTERN_META, t));
	if (op->op == PATTERN_ANY || op->op == PATTERN_META) {
		if (m->t[t].shape == SHAPE_KEYWORD || m->t[t].shape == SHAPE_TOKEN ||
		    m->t[t].flags & SHAPE_NO_VALUE)
			return false;
		if (op->type.len > 0 && !machine_type_fits(m, op, t))
			return false;
		return op->op == PATTERN_ANY || (machine_guards_hold(m, op->slot, t) &&
						 machine_bind(m, op->slot, m->t[t].start, m->t[t].end));
	}
	if (is_chain(m, p))
		return solve_chain(m, goal, t);
	if (m->p[p].shape == SHAPE_STRING)
		return machine_text_fits(m, op, p, t);
	if (m->p[p].first == NODE_NONE && op->op == PATTERN_NODE && machine_literal_fits(m, p, t))
		return true;
	if (m->p[p].shape == SHAPE_ATTRIBUTE && m->t[t].shape == SHAPE_NAME)
		return machine_path_fits(m, p, t);
	if (m->p[p].first == NODE_NONE && m->t[t].first == NODE_NONE && m->p[p].shape != SHAPE_BLOCK &&
	    m->p[p].shape != SHAPE_ARGUMENTS && m->p[p].shape != SHAPE_PARAMETERS)
		return machine_leaf_fits(m, p, t);
	if (is_import(m, p, t)) {
		*next = machine_push(m,
				     (struct goal){.kind = GOAL_IMPORT, .p = p, .t = t, .next = goal->next});
		return *next != GOAL_NONE;
	}
	if (machine_is_decorator_call(m, p, t)) {
		*next = machine_push(
			m, (struct goal){.kind = GOAL_NODE, .p = m->p[p].first, .t = t, .next = goal->next});
		return *next != GOAL_NONE;
	}
	if (m->p[p].shape != m->t[t].shape || machine_is_return(m, p)) {
		if (solve_same(m, goal, next))
			return true;
		*next = goal->next;
	}
	if (!machine_shapes_fit(m, p, t))
		return false;
	struct goal children = {.next = goal->next};
	if (!machine_operands(m, &children, p, t) && !machine_children(m, &children, p, t))
		return false;
	*next = machine_push(m, children);
	return *next != GOAL_NONE;
}

static bool
solve_goal(struct machine *m, const struct goal *goal, uint32_t *next)
{
	switch ((enum goal_kind)goal->kind) {
	case GOAL_NODE:
		return solve_node(m, goal, next);
	case GOAL_SIBLINGS:
		return solve_siblings(m, goal, next);
	case GOAL_ARGUMENTS:
		return solve_arguments(m, goal, next);
	case GOAL_SOME:
		return solve_some(m, goal, next);
	case GOAL_MEMBERS:
		return solve_members(m, goal, next);
	case GOAL_IMPORT:
		return solve_import(m, goal, next);
	case GOAL_STATEMENTS:
		return solve_statements(m, goal, next);
	case GOAL_OPERANDS:
		return solve_operands(m, goal, next);
	case GOAL_UNORDERED_OPERANDS:
		return solve_unordered_operands(m, goal, next);
	}
	return false;
}

static void
solve(struct machine *m, uint32_t at)
{
	while (at != GOAL_NONE) {
		struct goal goal = m->goals[at];
		if (m->failed || m->limit)
			return;
		m->steps++;
		if (++m->place_steps > LIMIT_PATTERN_PLACE_STEPS || m->steps > LIMIT_PATTERN_STEPS) {
			m->limit = "a pattern was given up: too many steps";
			return;
		}
		if (!solve_goal(m, &goal, &at))
			return;
	}
	solution(m);
}

/* ---- places ---- */

static void
match_place(struct machine *m, struct goal goal, uint32_t begin, uint32_t end)
{
	goal.next = GOAL_NONE;
	m->ngoals = 0;
	m->bound = 0;
	m->depth = 0;
	m->solutions = 0;
	m->place_steps = 0;
	m->ntaken = 0;
	m->first = m->out->n;
	m->begin = begin;
	m->end = end;
	if (goal.kind == GOAL_NODE)
		machine_take(m, machine_unwrap(m, m->p[goal.p].shape, false, goal.t));
	machine_attempt(m, goal);
	/* One hard place does not hide the others. */
	if (m->limit)
		m->gave_up = m->limit;
	if (m->steps <= LIMIT_PATTERN_STEPS)
		m->limit = NULL;
	if (regex_engine_is_late(m->engine))
		m->limit = m->gave_up = "time limit";
}

static bool
is_within(const struct machine *m, uint32_t t)
{
	return m->t[t].start >= m->unit->from && m->t[t].end <= m->unit->to && m->t[t].start < m->t[t].end;
}

/* Cheap: whether the root can be this node at all. */
static bool
is_candidate(const struct machine *m, uint32_t root, uint32_t t)
{
	uint8_t op = m->pattern->nodes[root].op, want = m->p[root].shape, have = m->t[t].shape;

	if (have == SHAPE_TOKEN)
		return false;
	if (have == SHAPE_FUNCTION || have == SHAPE_CLASS) {
		uint32_t parent = m->t[t].parent;
		if (parent != NODE_NONE && m->t[parent].shape == SHAPE_DECORATED)
			return false;
	}
	if (op != PATTERN_NODE || want == SHAPE_STRING || want == SHAPE_ATTRIBUTE || want == SHAPE_NAME)
		return true;
	if (want == SHAPE_FUNCTION && machine_named_lambda(m, t))
		return true;
	if (machine_is_return(m, root) && machine_returns(m, t))
		return true;
	if (is_import(m, root, t))
		return true;
	if (machine_is_decorator_call(m, root, t))
		return true;
	if (machine_is_cast(m, root, t))
		return false; /* what it holds is a place, too */
	if (want == have)
		return want != SHAPE_NODE || m->p[root].kind == m->t[t].kind;
	if (want == SHAPE_DICTIONARY && have == SHAPE_BLOCK)
		return m->unit->dialect->blocks_are_records;
	if (want == SHAPE_FUNCTION && have == SHAPE_LAMBDA)
		return machine_is_any_function(m, root);
	return have == SHAPE_DECORATED || m->p[root].first == NODE_NONE;
}

#define SHAPE_BIT(shape) (UINT64_C(1) << (shape))

/* The shapes of the nodes that is_candidate() need be asked about: most patterns are of one. */
static uint64_t
candidate_shapes(const struct machine *m, uint32_t root)
{
	uint8_t want = m->p[root].shape;
	uint64_t shapes = SHAPE_BIT(want) | SHAPE_BIT(SHAPE_DECORATED);

	if (m->pattern->nodes[root].op != PATTERN_NODE || m->p[root].first == NODE_NONE ||
	    m->p[root].flags & SHAPE_IMPORT || machine_is_return(m, root))
		return UINT64_MAX;
	switch (want) {
	case SHAPE_STRING:
	case SHAPE_ATTRIBUTE:
	case SHAPE_NAME:
		return UINT64_MAX;
	case SHAPE_CALL: { /* of a decorator without brackets */
		uint32_t arguments = shape_child(m->p, root, SHAPE_ARGUMENTS);
		bool any = arguments != NODE_NONE &&
			   (m->p[arguments].first == NODE_NONE || machine_is_any(m, arguments));
		return any ? UINT64_MAX : shapes;
	}
	case SHAPE_FUNCTION:
		return shapes | SHAPE_BIT(SHAPE_LAMBDA) | SHAPE_BIT(SHAPE_ASSIGN);
	case SHAPE_PAIR:
		return shapes | SHAPE_BIT(SHAPE_KEYWORD);
	case SHAPE_DICTIONARY:
		return shapes | SHAPE_BIT(SHAPE_BLOCK);
	default:
		return shapes;
	}
}

/* Whether a node is of one statement with what it holds: an expression, `x = ...`, `return ...`. */
static bool
goes_on(const struct machine *m, uint32_t t)
{
	switch (m->t[t].shape) {
	case SHAPE_CALL:
	case SHAPE_ATTRIBUTE:
	case SHAPE_ARGUMENTS:
	case SHAPE_LIST:
	case SHAPE_DICTIONARY:
	case SHAPE_PAIR:
	case SHAPE_KEYWORD:
	case SHAPE_TEMPLATE:
	case SHAPE_ASSIGN:
	case SHAPE_DECLARATION:
		return true;
	case SHAPE_NODE:
		return m->t[t].flags & SHAPE_EXPRESSION ||
		       slice_starts(shape_text(&m->unit->shape, t), "return");
	default:
		return false;
	}
}

/* `f();` is found as the statement that it is all or a part of: `x = f();`. */
static uint32_t
statement_around(const struct machine *m, uint32_t t)
{
	while (m->t[t].parent != NODE_NONE && goes_on(m, m->t[t].parent))
		t = m->t[t].parent;
	return t;
}

static void
match_nodes(struct machine *m)
{
	uint32_t root = m->pattern->root;
	bool statement = m->pattern->ended && machine_is_expression(m, root) &&
			 pattern_option(m->pattern, OPTION_IMPLICIT_DEEP_EXPRSTMT);

	uint64_t shapes = candidate_shapes(m, root);

	for (uint32_t t = 0; t < m->unit->shape.n && !m->limit && !m->failed; t++) {
		if (!(shapes & SHAPE_BIT(m->t[t].shape)) || !is_within(m, t) || !is_candidate(m, root, t) ||
		    !machine_may_fit(m, root, t))
			continue;
		uint32_t all = statement ? statement_around(m, t) : t;
		match_place(m, (struct goal){.kind = GOAL_NODE, .p = root, .t = t}, m->t[all].start,
			    m->t[all].end);
	}
}

static void
match_sequences(struct machine *m)
{
	uint32_t root = m->pattern->root;
	bool dots = m->pattern->nodes[root].op == PATTERN_DOTS, anywhere = machine_is_expression(m, root);

	for (uint32_t t = 1; t < m->unit->shape.n && !m->limit && !m->failed; t++) {
		uint32_t parent = m->t[t].parent;
		if (!is_within(m, t) || !machine_is_statement(m, t) || (dots && m->t[parent].first != t) ||
		    (!anywhere && !machine_may_fit(m, root, t)))
			continue;
		struct goal goal = {.kind = GOAL_STATEMENTS,
				    .open = true,
				    .p = root,
				    .t = t,
				    .stop = m->t[parent].subtree_end};
		match_place(m, goal, m->t[t].start, m->t[t].end);
	}
}

int
pattern_find(struct range_list *out, const struct pattern *pattern, const struct unit *unit,
	     struct regex_engine *engine, struct arena *arena, const char **limit, struct err *err)
{
	struct machine *m = malloc(sizeof(*m));

	if (!m)
		return err_oom(err);
	memset(m, 0, offsetof(struct machine, goals));
	m->pattern = pattern;
	m->unit = unit;
	m->p = pattern->shape.nodes;
	m->t = unit->shape.nodes;
	m->out = out;
	m->engine = engine;
	m->arena = arena;
	m->err = err;
	if (pattern->sequence)
		match_sequences(m);
	else
		match_nodes(m);
	if (m->gave_up)
		*limit = m->gave_up;
	int rc = m->failed ? -1 : 0;
	free(m);
	return rc;
}
