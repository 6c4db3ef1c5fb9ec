#include "syntax/tree.h"

const char *
parse_outcome_reason(enum parse_outcome outcome)
{
	switch (outcome) {
	case PARSE_CLEAN:
		return NULL;
	case PARSE_ERRORS:
		return "partial: syntax errors";
	case PARSE_CUT:
		return "partial: more syntax nodes than the limit";
	case PARSE_TIME_LIMIT:
		return "not parsed within the time limit";
	case PARSE_SIZE_LIMIT:
		return "too large to be parsed";
	case PARSE_MEMORY_LIMIT:
		return "not parsed within the memory limit";
	case PARSE_FAILED:
		return "not parsed: the grammar failed";
	case PARSE_NO_GRAMMAR:
		return "no grammar for the language";
	}
	return NULL;
}

/* The first of node and its later siblings that a pattern sees. */
static uint32_t
named_from(const struct syntax_tree *tree, uint32_t node)
{
	while (node != NODE_NONE && (tree->nodes[node].flags & (NODE_NAMED | NODE_EXTRA)) != NODE_NAMED)
		node = tree->nodes[node].next;
	return node;
}

uint32_t
node_named_child(const struct syntax_tree *tree, uint32_t node)
{
	return named_from(tree, node_child(tree, node));
}

uint32_t
node_named_next(const struct syntax_tree *tree, uint32_t node)
{
	return named_from(tree, tree->nodes[node].next);
}

uint32_t
node_child_by_field(const struct syntax_tree *tree, uint32_t node, uint16_t field)
{
	for (node = node_child(tree, node); node != NODE_NONE; node = tree->nodes[node].next)
		if (tree->nodes[node].field == field)
			return node;
	return NODE_NONE;
}

static bool
covers(const struct syntax_node *node, uint32_t start, uint32_t end)
{
	return node->start <= start && node->end >= end;
}

uint32_t
node_around(const struct syntax_tree *tree, uint32_t start, uint32_t end)
{
	uint32_t found = NODE_NONE, at = tree->n > 0 ? 0 : NODE_NONE;

	while (at != NODE_NONE) {
		if (covers(&tree->nodes[at], start, end)) {
			found = at;
			at = node_child(tree, at);
		} else {
			at = tree->nodes[at].next;
		}
	}
	return found;
}
