/*
 * declaration.h - which names a text declares or assigns, and where they hold
 *
 * For
 *
 *	1  KEY = "a"
 *	2  def f(x: Item):
 *	3      k = KEY
 *	4      g(k, x)
 *
 * the table has KEY (value "a", in the text), x (type Item, in f) and k (value KEY, in f).
 * Asked for the name k on line 4, declaration_values() gives the node of KEY on line 3.
 */
#ifndef SLUICE_MATCH_DECLARATION_H
#define SLUICE_MATCH_DECLARATION_H

#include "match/pattern.h"

struct declaration {
	struct slice name;
	uint32_t type_start, type_end; /* bytes of the text: its type; equal: none */
	uint32_t at;                   /* the node that declares or assigns */
	uint32_t value;                /* the node of its right side, or NODE_NONE */
	uint32_t scope;                /* the function, class or text (0) that it is in */
	bool field;                    /* of a class: declared in it, or assigned as self.name */
	bool declares;                 /* else it assigns what may be declared elsewhere */
};

struct declarations {
	struct declaration *items; /* by name, then by place */
	size_t n, cap;
};

int declarations_read(struct declarations *out, const struct unit *unit, struct err *err)
	__attribute__((warn_unused_result));
void declarations_release(struct declarations *declarations);

#define DECLARATION_VALUES 16u

/*
 * What the name, or the `self.name`, at node t can have been assigned last: values[] are nodes, NODE_NONE for
 * what is not known. The result is their number, 0 when the text does not say.
 */
size_t declaration_values(const struct unit *unit, uint32_t t, uint32_t values[DECLARATION_VALUES]);

/* The one entry that gives the name at node t a value, if no other does, or may; else NULL. */
const struct declaration *declaration_only(const struct unit *unit, uint32_t t);

/* The declaration that gives the name, or the `self.name`, at node t its type; else the last assignment;
 * NULL. */
const struct declaration *declaration_of(const struct unit *unit, uint32_t t);

static inline struct slice
declaration_type(const struct declaration *d, const struct unit *unit)
{
	return slice_sub(unit->shape.text, d->type_start, d->type_end);
}

/* ---- for declaration*.c ---- */

/* The function, class or text that a node stands in. */
uint32_t declaration_scope(const struct shape_node *nodes, uint32_t t);

/* The node of the name in `self.name`, or NODE_NONE. */
uint32_t declaration_member(const struct shape_tree *tree, uint32_t t);

/* `$name` and `@name` are the fields that are read as `name`. */
struct slice declaration_field_name(struct slice name);

#endif
