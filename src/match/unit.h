/*
 * unit.h - what a text imports
 */
#ifndef SLUICE_MATCH_UNIT_H
#define SLUICE_MATCH_UNIT_H

#include "match/pattern.h"

/* `import x as y`, `from a import b`: y is x, b is a.b. */
struct unit_name {
	struct slice name;
	struct slice full; /* a dotted path */
};

struct unit_names {
	struct unit_name *items;
	size_t n, cap;
};

int unit_names_read(struct unit_names *out, struct arena *arena, const struct unit *unit, struct err *err)
	__attribute__((warn_unused_result));
void unit_names_release(struct unit_names *names);

/* The dotted path a name was imported by; empty: it was not. */
struct slice unit_import(const struct unit *unit, struct slice name);

/* The innermost node that is exactly this part of the unit's text, or NODE_NONE. */
uint32_t unit_node_of(const struct unit *unit, struct slice part);

#endif
