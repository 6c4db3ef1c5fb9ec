/*
 * unit.h - what a text imports
 */
#ifndef SLUICE_MATCH_UNIT_H
#define SLUICE_MATCH_UNIT_H

#include "match/pattern.h"

/* `import x as y`, `from a import b`: y is x, b is a.b. */
struct unit_name {
	struct slice name;
	struct slice full;         /* a dotted path */
	struct slice module, item; /* of it */
	uint32_t module_at;        /* the byte where the text has it */
	uint32_t at;               /* the node that imports */
};

struct unit_names {
	struct unit_name *items;
	size_t n, cap;
};

int unit_names_read(struct unit_names *out, struct arena *arena, const struct unit *unit, struct err *err)
	__attribute__((warn_unused_result));
void unit_names_release(struct unit_names *names);

/* Whether the name at node t was imported as what has the dotted path; the last import before it counts. */
bool unit_imports(const struct unit *unit, uint32_t t, struct slice path);

/* The dotted path that a name is imported by somewhere in the text; empty: none. */
struct slice unit_import_path(const struct unit *unit, struct slice name);

/* The import that the name at node t was given by, if it is of an item of a module; else NULL. */
const struct unit_name *unit_import(const struct unit *unit, uint32_t t);

/* The innermost node that is exactly this part of the unit's text, or NODE_NONE. */
uint32_t unit_node_of(const struct unit *unit, struct slice part);

#endif
