/*
 * tree.h - a syntax tree as one flat array of nodes
 *
 * Nodes stand in pre-order, so a subtree is a run of the array: node i and
 * its descendants are [i, nodes[i].subtree_end). For `f(x)` in Python:
 *
 *	index  kind                  field      parent  next  subtree_end
 *	0      module                -          -       -     8
 *	1      expression_statement  -          0       -     8
 *	2      call                  -          1       -     8
 *	3      identifier            function   2       4     4
 *	4      argument_list         arguments  2       -     8
 *	5      (                     -          4       6     6
 *	6      identifier            -          4       7     7
 *	7      )                     -          4       -     8
 *
 * Walking up (parent), aside (next) and through a subtree (index + 1 up to
 * subtree_end) needs no stack and no recursion, however deep the source is.
 */
#ifndef SLUICE_SYNTAX_TREE_H
#define SLUICE_SYNTAX_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

#define NODE_NONE UINT32_MAX /* no such node: the root's parent, the last child's next */

enum node_flag {
	NODE_NAMED = 1 << 0,   /* a rule of the grammar; else a literal token such as "(" */
	NODE_EXTRA = 1 << 1,   /* may stand anywhere: a comment */
	NODE_ERROR = 1 << 2,   /* bytes the grammar has no place for; kind is KIND_ERROR */
	NODE_MISSING = 1 << 3, /* a token the parser put in to go on; no bytes */
	NODE_BROKEN = 1 << 4,  /* NODE_ERROR or NODE_MISSING is here or below */
	NODE_CUT = 1 << 5,     /* the node limit was met below: children are lacking */
};

#define KIND_ERROR UINT16_MAX

struct syntax_node {
	uint32_t start, end; /* bytes of the text */
	uint32_t line;       /* text line of start, from 1 */
	uint32_t parent;
	uint32_t next;        /* sibling */
	uint32_t subtree_end; /* index behind the last descendant */
	uint16_t kind;        /* of the language: syntax_kind(); one name has one kind */
	uint16_t field;       /* its role in the parent: syntax_field(); 0: none */
	uint16_t flags;       /* enum node_flag */
};

struct syntax_language;

enum parse_outcome {
	PARSE_CLEAN,
	PARSE_ERRORS,     /* partial: broken nodes are flagged, the rest is sound */
	PARSE_CUT,        /* partial: the first LIMIT_PARSE_NODES nodes; may hold errors too */
	PARSE_TIME_LIMIT, /* no tree from here on */
	PARSE_SIZE_LIMIT,
	PARSE_MEMORY_LIMIT,
	PARSE_FAILED, /* the grammar's code met a state that it holds impossible */
	PARSE_NO_GRAMMAR,
};

/* A root alone stands for an empty text; only without a tree is n 0. */
struct syntax_tree {
	enum parse_outcome outcome;
	const struct syntax_language *language;
	struct slice text;
	const struct syntax_node *nodes;
	uint32_t n;
};

/* Why not all of the text was understood, for a report; NULL when it was. */
const char *parse_outcome_reason(enum parse_outcome outcome);

static inline struct slice
node_text(const struct syntax_tree *tree, uint32_t node)
{
	return slice_of(tree->text.ptr + tree->nodes[node].start,
			tree->nodes[node].end - tree->nodes[node].start);
}

static inline bool
node_is(const struct syntax_tree *tree, uint32_t node, enum node_flag flag)
{
	return (tree->nodes[node].flags & flag) != 0;
}

/* The first child, or NODE_NONE; the others by nodes[].next. */
static inline uint32_t
node_child(const struct syntax_tree *tree, uint32_t node)
{
	return node + 1 < tree->nodes[node].subtree_end ? node + 1 : NODE_NONE;
}

/* Whether node is other or one of its ancestors. */
static inline bool
node_holds(const struct syntax_tree *tree, uint32_t node, uint32_t other)
{
	return other >= node && other < tree->nodes[node].subtree_end;
}

/*
 * The first child, and the next sibling, that is named and no extra: what a
 * pattern sees. NODE_NONE behind the last.
 */
uint32_t node_named_child(const struct syntax_tree *tree, uint32_t node);
uint32_t node_named_next(const struct syntax_tree *tree, uint32_t node);

/* The first child in that role, or NODE_NONE. */
uint32_t node_child_by_field(const struct syntax_tree *tree, uint32_t node, uint16_t field);

/* The innermost node that holds bytes [start, end), or NODE_NONE. */
uint32_t node_around(const struct syntax_tree *tree, uint32_t start, uint32_t end);

#endif
