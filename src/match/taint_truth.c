/*
 * taint_truth.c - conditions that constants decide
 *
 *	int num = 86;
 *	if (7 * 42 - num > 200)     the text "7 * 42 - 86 > 200" is what metavariable-comparison reads: it
 *holds
 *
 * Numbers alone are looked at, with names that the file gives one number.
 * What the two readings of a sign would tell apart (a fraction or a whole
 * number of `/`) does not matter to a comparison of program text in practice.
 */
#include "match/taint_truth.h"

#include <string.h>

#include "base/ascii.h"
#include "match/comparison.h"
#include "match/constant.h"

#define CONDITION_MAX 256u /* bytes */
#define NODES_MAX     64u

struct truth {
	const struct unit *unit;
	char text[CONDITION_MAX];
	size_t len;
	uint32_t read; /* of the unit's text */
};

static bool
put(struct truth *t, struct slice piece)
{
	if (piece.len > CONDITION_MAX - t->len)
		return false;
	memcpy(t->text + t->len, piece.ptr, piece.len);
	t->len += piece.len;
	return true;
}

/* The text up to a leaf, which holds signs and brackets. */
static bool
put_until(struct truth *t, uint32_t end)
{
	struct slice text = t->unit->shape.text;

	if (end < t->read)
		return false;
	bool fits = put(t, slice_of(text.ptr + t->read, end - t->read));
	t->read = end;
	return fits;
}

static bool
is_number(struct slice leaf)
{
	for (size_t i = 0; i < leaf.len; i++)
		if (!ascii_is_digit(leaf.ptr[i]))
			return false;
	return leaf.len > 0;
}

static bool
put_leaf(struct truth *t, uint32_t leaf)
{
	const struct shape_node *node = &t->unit->shape.nodes[leaf];
	struct constant constant;
	struct err err;

	if (node->shape == SHAPE_TOKEN)
		return true; /* with the text behind it */
	if (!put_until(t, node->start) || constant_read(&constant, NULL, t->unit, leaf, &err) < 0 ||
	    constant.kind != CONSTANT_LITERAL || !is_number(constant.text))
		return false;
	t->read = node->end;
	return put(t, constant.text);
}

/* The node behind this one and what it holds, within the condition. */
static uint32_t
next_outside(const struct shape_node *nodes, uint32_t node, uint32_t top)
{
	while (node != top && nodes[node].next == NODE_NONE)
		node = nodes[node].parent;
	return node == top ? NODE_NONE : nodes[node].next;
}

int
taint_truth(const struct unit *unit, uint32_t condition)
{
	const struct shape_node *nodes = unit->shape.nodes;
	struct truth t = {.unit = unit, .read = nodes[condition].start};
	const char *problem;
	size_t offset;
	unsigned seen = 0;
	uint32_t node = condition;

	while (node != NODE_NONE) {
		bool leaf = nodes[node].first == NODE_NONE;
		if (++seen > NODES_MAX || (leaf && !put_leaf(&t, node)) ||
		    (!leaf && nodes[node].shape != SHAPE_NODE))
			return -1;
		node = leaf ? next_outside(nodes, node, condition) : nodes[node].first;
	}
	if (!put_until(&t, nodes[condition].end))
		return -1;
	struct comparison comparison = {.text = slice_of(t.text, t.len)};
	return comparison_holds(&comparison, &problem, &offset);
}
