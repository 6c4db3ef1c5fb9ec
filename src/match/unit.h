/*
 * unit.h - one text, parsed when a rule first needs it
 */
#ifndef SLUICE_MATCH_UNIT_H
#define SLUICE_MATCH_UNIT_H

#include "match/pattern.h"

/* `import x as y`, `from a import b`: y is x, b is a.b. `X = "text"`, once: a constant. */
struct unit_name {
	struct slice name;
	struct slice full;  /* a dotted path, or empty */
	uint32_t constant;  /* the node of its text, or NODE_NONE */
	unsigned assigned;  /* how often */
};

struct unit_names {
	struct unit_name *items;
	size_t n, cap;
};

/* Reads what a text imports and which of its variables are constant text. */
int unit_names_read(struct unit_names *out, struct arena *arena, const struct unit *unit, struct err *err)
	__attribute__((warn_unused_result));
void unit_names_release(struct unit_names *names);
const struct unit_name *unit_name_find(const struct unit_names *names, struct slice name);

#endif
