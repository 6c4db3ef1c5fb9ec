/*
 * pattern_operands.c - chains of one operator, whatever their brackets
 *
 * A grammar reads `a && b && c` as `(a && b) && c`. Where the operator is
 * associative that is a chain of three operands, and so is the pattern:
 *
 *	$X && c       against  a && b && c      $X is `a && b`
 *	$X && $Y      against  a && b && c      $X is `a`, $Y `b && c`; then $X is `a && b`, $Y `c`
 *	a + ... + d   against  a + b + c + d    with `...` any operator is
 *
 * Where it is commutative, too, each operand of the pattern is any of the text's, and
 * the text may have more of them.
 */
#include "match/pattern_machine.h"

#define OPERANDS_MAX 32u /* of a commutative operator: a set of bits */

/* The operator's token of a binary node, or NODE_NONE. */
static uint32_t
operator_of(const struct shape_tree *tree, uint32_t i)
{
	const struct shape_node *nodes = tree->nodes;
	uint32_t left = nodes[i].first;

	if (nodes[i].shape != SHAPE_NODE || left == NODE_NONE)
		return NODE_NONE;
	uint32_t sign = nodes[left].next;
	if (sign == NODE_NONE || nodes[sign].shape != SHAPE_TOKEN || nodes[left].shape == SHAPE_TOKEN)
		return NODE_NONE;
	uint32_t right = nodes[sign].next;
	return right != NODE_NONE && nodes[right].next == NODE_NONE ? sign : NODE_NONE;
}

static bool
continues(const struct shape_tree *tree, uint32_t i, struct slice sign)
{
	uint32_t operator= operator_of(tree, i);

	return operator!= NODE_NONE && slice_eq(shape_text(tree, operator), sign);
}

static uint32_t
first_operand(const struct shape_tree *tree, uint32_t root, struct slice sign)
{
	while (continues(tree, root, sign))
		root = tree->nodes[root].first;
	return root;
}

/* The operand behind k in the chain of root, or NODE_NONE. */
static uint32_t
next_operand(const struct shape_tree *tree, uint32_t k, uint32_t root, struct slice sign)
{
	const struct shape_node *nodes = tree->nodes;

	for (; k != root; k = nodes[k].parent) {
		uint32_t parent = nodes[k].parent;
		if (nodes[parent].first == k)
			return first_operand(tree, nodes[nodes[k].next].next, sign);
	}
	return NODE_NONE;
}

static bool
is_one_of(struct slice sign, const char *const *signs)
{
	for (; *signs; signs++)
		if (slice_eq_str(sign, *signs))
			return true;
	return false;
}

/* What Semgrep's manual lists: and, or; and, or, xor of bits. */
static bool
is_associative(const struct machine *m, struct slice sign)
{
	static const char *const signs[] = {"&&", "||", "and", "or", "&", "|", "^", NULL};

	return pattern_option(m->pattern, OPTION_AC_MATCHING) && is_one_of(sign, signs);
}

static bool
is_commutative(const struct machine *m, struct slice sign)
{
	static const char *const bits[] = {"&", "|", "^", NULL};
	static const char *const truths[] = {"&&", "||", "and", "or", NULL};

	if (!pattern_option(m->pattern, OPTION_AC_MATCHING))
		return false;
	return is_one_of(sign, bits) ||
	       (pattern_option(m->pattern, OPTION_COMMUTATIVE_BOOLOP) && is_one_of(sign, truths));
}

static bool
has_dots(const struct machine *m, uint32_t root, struct slice sign)
{
	const struct shape_tree *tree = &m->pattern->shape;

	for (uint32_t k = first_operand(tree, root, sign); k != NODE_NONE;
	     k = next_operand(tree, k, root, sign))
		if (m->pattern->nodes[k].op == PATTERN_DOTS)
			return true;
	return false;
}

bool
machine_operands(struct machine *m, struct goal *out, uint32_t p, uint32_t t)
{
	const struct shape_tree *tree = &m->pattern->shape;
	uint32_t operator= operator_of(tree, p);

	if (operator== NODE_NONE)
		return false;
	struct slice sign = shape_text(tree, operator);
	if (!continues(&m->unit->shape, t, sign) || m->p[p].kind != m->t[t].kind)
		return false;
	bool commutative = is_commutative(m, sign);
	if (!commutative && !is_associative(m, sign) && !has_dots(m, p, sign))
		return false;
	out->kind = commutative ? GOAL_UNORDERED_OPERANDS : GOAL_OPERANDS;
	out->root = p;
	out->stop = t;
	out->p = first_operand(tree, p, sign);
	out->t = first_operand(&m->unit->shape, t, sign);
	out->used = 0;
	return true;
}

static struct slice
sign_of(const struct machine *m, const struct goal *goal)
{
	return shape_text(&m->pattern->shape, operator_of(&m->pattern->shape, goal->root));
}

/* A metavariable takes more than one operand, in every way that leaves something for the rest. */
static void
take_run(struct machine *m, const struct goal *goal, struct goal rest, struct slice sign)
{
	const struct pattern_node *op = &m->pattern->nodes[goal->p];
	uint32_t start = m->t[goal->t].start;

	if (op->type.len > 0 || !is_associative(m, sign))
		return;
	uint32_t k = next_operand(&m->unit->shape, goal->t, goal->stop, sign);
	for (; k != NODE_NONE; k = next_operand(&m->unit->shape, k, goal->stop, sign)) {
		uint32_t bound = m->bound;
		struct bound was = m->slots[op->slot];
		rest.t = next_operand(&m->unit->shape, k, goal->stop, sign);
		if (op->op == PATTERN_ANY || machine_bind(m, op->slot, start, m->t[k].end))
			machine_attempt(m, rest);
		m->bound = bound;
		m->slots[op->slot] = was;
	}
}

bool
solve_operands(struct machine *m, const struct goal *goal, uint32_t *next)
{
	struct slice sign = sign_of(m, goal);
	struct goal rest = *goal;

	*next = goal->next;
	if (goal->p == NODE_NONE)
		return goal->t == NODE_NONE;
	uint8_t op = m->pattern->nodes[goal->p].op;
	rest.p = next_operand(&m->pattern->shape, goal->p, goal->root, sign);
	if (op == PATTERN_DOTS) {
		for (uint32_t t = goal->t; t != NODE_NONE;
		     t = next_operand(&m->unit->shape, t, goal->stop, sign)) {
			rest.t = t;
			machine_attempt(m, rest);
		}
		rest.t = NODE_NONE;
		*next = machine_push(m, rest);
		return *next != GOAL_NONE;
	}
	if (goal->t == NODE_NONE)
		return false;
	if (op == PATTERN_META || op == PATTERN_ANY)
		take_run(m, goal, rest, sign);
	rest.t = next_operand(&m->unit->shape, goal->t, goal->stop, sign);
	uint32_t at = machine_push(m, rest);
	if (at == GOAL_NONE)
		return false;
	*next = machine_push(m, (struct goal){.kind = GOAL_NODE, .p = goal->p, .t = goal->t, .next = at});
	return *next != GOAL_NONE;
}

bool
solve_unordered_operands(struct machine *m, const struct goal *goal, uint32_t *next)
{
	struct slice sign = sign_of(m, goal);
	struct goal rest = *goal;
	uint32_t t = goal->t, bit = 0;

	*next = goal->next;
	if (goal->p == NODE_NONE)
		return true;
	rest.p = next_operand(&m->pattern->shape, goal->p, goal->root, sign);
	if (m->pattern->nodes[goal->p].op == PATTERN_DOTS) {
		*next = machine_push(m, rest);
		return *next != GOAL_NONE;
	}
	for (; t != NODE_NONE && bit < OPERANDS_MAX;
	     t = next_operand(&m->unit->shape, t, goal->stop, sign), bit++) {
		if (goal->used & 1u << bit)
			continue;
		rest.used = goal->used | 1u << bit;
		uint32_t mark = m->ngoals, at = machine_push(m, rest);
		if (at == GOAL_NONE)
			return false;
		machine_attempt(m, (struct goal){.kind = GOAL_NODE, .p = goal->p, .t = t, .next = at});
		m->ngoals = mark;
	}
	return false;
}
