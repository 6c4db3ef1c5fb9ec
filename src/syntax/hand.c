#include "syntax/hand.h"

#include <stdlib.h>

#include "base/buf.h"

uint32_t
hand_open(struct hand_tree *tree, uint16_t kind, uint32_t start)
{
	void *nodes = tree->nodes;

	tree->cut |= tree->n >= tree->max;
	if (tree->cut || tree->failed)
		return NODE_NONE;
	if (array_reserve(&nodes, &tree->cap, tree->n + 1, sizeof(*tree->nodes)) < 0) {
		tree->failed = true;
		return NODE_NONE;
	}
	tree->nodes = nodes;
	tree->nodes[tree->n] = (struct syntax_node){
		.start = start, .parent = tree->parent, .next = NODE_NONE, .kind = kind, .flags = NODE_NAMED};
	tree->parent = (uint32_t)tree->n;
	return (uint32_t)tree->n++;
}

void
hand_close(struct hand_tree *tree, uint32_t node, uint32_t end)
{
	if (node == NODE_NONE)
		return;
	tree->nodes[node].end = end;
	tree->nodes[node].subtree_end = (uint32_t)tree->n;
	tree->parent = tree->nodes[node].parent;
}

void
hand_leaf(struct hand_tree *tree, uint16_t kind, uint32_t start, uint32_t end)
{
	hand_close(tree, hand_open(tree, kind, start), end);
}

void
hand_forget(struct hand_tree *tree, uint32_t n)
{
	if (n < tree->n)
		tree->n = n;
}

/* Nodes stand in the order of the text, so that one pass over it finds their lines. */
static void
link_nodes(struct hand_tree *tree)
{
	uint32_t line = 1, at = 0;

	for (uint32_t i = 0; i < tree->n; i++) {
		struct syntax_node *node = &tree->nodes[i];

		for (; at < node->start; at++)
			line += tree->text.ptr[at] == '\n';
		node->line = line;
		if (node->parent != NODE_NONE && node->subtree_end < tree->nodes[node->parent].subtree_end)
			node->next = node->subtree_end;
	}
	if (tree->cut)
		tree->nodes[0].flags |= NODE_CUT;
}

int
hand_finish(struct syntax_tree *out, struct hand_tree *tree, struct arena *arena, struct err *err)
{
	struct syntax_node *nodes = NULL;

	if (!tree->failed) {
		link_nodes(tree);
		nodes = arena_array(arena, tree->n, sizeof(*nodes));
	}
	if (nodes)
		memcpy(nodes, tree->nodes, tree->n * sizeof(*nodes));
	out->nodes = nodes;
	out->n = (uint32_t)tree->n;
	out->outcome = tree->cut ? PARSE_CUT : PARSE_CLEAN;
	free(tree->nodes);
	return nodes ? 0 : err_oom(err);
}
