/*
 * hand.h - grammars written by hand; for src/syntax/ alone
 *
 * A language that tree-sitter's packages do not have, and that is simple
 * enough. Its reader makes the same flat tree.
 */
#ifndef SLUICE_SYNTAX_HAND_H
#define SLUICE_SYNTAX_HAND_H

#include "base/arena.h"
#include "base/err.h"
#include "syntax/tree.h"

struct hand_grammar {
	const char *const *kinds; /* their names; the first is that of no kind */
	uint16_t nkinds;

	/* Fills out->nodes, n and outcome from out->text: at most max_nodes, in time that is linear. */
	int (*read)(struct syntax_tree *out, struct arena *arena, uint32_t max_nodes, struct err *err);
};

extern const struct hand_grammar hand_dockerfile;

/* ---- for the readers: a tree that grows ---- */

struct hand_tree {
	struct slice text;
	struct syntax_node *nodes;
	size_t n, cap;
	uint32_t max;
	uint32_t parent; /* of what comes next; NODE_NONE: the root */
	bool cut;        /* max was met: nothing comes any more */
	bool failed;     /* no memory */
};

/* A node that holds what comes until hand_close(); or a leaf. Offsets in bytes. */
uint32_t hand_open(struct hand_tree *tree, uint16_t kind, uint32_t start);
void hand_close(struct hand_tree *tree, uint32_t node, uint32_t end);
void hand_leaf(struct hand_tree *tree, uint16_t kind, uint32_t start, uint32_t end);

/* Takes back all nodes from this one on; none of them is open. */
void hand_forget(struct hand_tree *tree, uint32_t n);

/* Hands the nodes over and releases the tree. */
int hand_finish(struct syntax_tree *out, struct hand_tree *tree, struct arena *arena, struct err *err)
	__attribute__((warn_unused_result));

#endif
