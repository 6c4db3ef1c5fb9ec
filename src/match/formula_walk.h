/*
 * formula_walk.h - every node of a formula, children before their parent
 */
#ifndef SLUICE_MATCH_FORMULA_WALK_H
#define SLUICE_MATCH_FORMULA_WALK_H

#include "base/limits.h"
#include "rule/rule.h"

struct formula_walk {
	struct {
		const struct formula *formula;
		size_t next; /* child */
	} path[LIMIT_YAML_DEPTH];
	size_t depth;
	bool too_deep; /* some nodes were left out */
};

static inline void
formula_walk_begin(struct formula_walk *walk, const struct formula *root)
{
	walk->depth = 1;
	walk->too_deep = false;
	walk->path[0].formula = root;
	walk->path[0].next = 0;
}

/* The next node, or NULL at the end. */
static inline const struct formula *
formula_walk_next(struct formula_walk *walk)
{
	while (walk->depth > 0) {
		const struct formula *formula = walk->path[walk->depth - 1].formula;
		size_t child = walk->path[walk->depth - 1].next++;

		if (child >= formula->nchildren) {
			walk->depth--;
			return formula;
		}
		if (walk->depth == LIMIT_YAML_DEPTH) {
			walk->too_deep = true;
			continue;
		}
		walk->path[walk->depth].formula = &formula->children[child];
		walk->path[walk->depth++].next = 0;
	}
	return NULL;
}

#endif
