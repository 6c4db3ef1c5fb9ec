/*
 * unit.h - one text, parsed when a rule first needs it
 */
#ifndef SLUICE_MATCH_UNIT_H
#define SLUICE_MATCH_UNIT_H

#include "match/pattern.h"

/* `import x as y`, `from a import b`: y is x, b is a.b. `X = "text"`: a constant. */
struct unit_name {
	struct slice name;
	struct slice full; /* a dotted path, or empty */
	uint32_t constant; /* of an assignment: the node of its text, or NODE_NONE */
	uint32_t at;       /* the node that assigns; 0 for an import */
};

struct unit_names {
	struct unit_name *items;
	size_t n, cap;
};

/* Reads what a text imports and which of its variables are constant text. */
int unit_names_read(struct unit_names *out, struct arena *arena, const struct unit *unit, struct err *err)
	__attribute__((warn_unused_result));
void unit_names_release(struct unit_names *names);

/* The dotted path a name was imported by; empty: it was not. */
struct slice unit_import(const struct unit *unit, struct slice name);

/* The node of the text that the name at node t has there, or NODE_NONE. */
uint32_t unit_constant(const struct unit *unit, uint32_t t);

#endif
