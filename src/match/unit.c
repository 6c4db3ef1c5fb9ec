/*
 * unit.c - what a text imports, and which of its variables are constant text
 *
 * An import holds for the whole text. A variable is constant text where the last
 * assignment before it, in its own function, gave it that and stands in a block round it;
 * one of another function's, where the text has no other of that name outside functions.
 */
#include "match/unit.h"

#include <stdlib.h>

#include "base/buf.h"

#define IMPORT_BYTES 4096u

void
unit_names_release(struct unit_names *names)
{
	free(names->items);
	*names = (struct unit_names){NULL, 0, 0};
}

static int
compare_names(const void *a, const void *b)
{
	const struct unit_name *x = a, *y = b;
	int order = slice_cmp(x->name, y->name);

	return order ? order : (x->at > y->at) - (x->at < y->at);
}

/* The first entry of that name, or n. */
static size_t
first_of(const struct unit_names *names, struct slice name)
{
	size_t low = 0, high = names->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (slice_cmp(names->items[mid].name, name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < names->n && slice_eq(names->items[low].name, name) ? low : names->n;
}

struct slice
unit_import(const struct unit *unit, struct slice name)
{
	size_t i = unit->names ? first_of(unit->names, name) : 0;

	if (!unit->names || i == unit->names->n)
		return slice_of(NULL, 0);
	return unit->names->items[i].full;
}

/* The function, lambda or text that a node stands in. */
static uint32_t
scope_of(const struct shape_tree *tree, uint32_t t)
{
	do
		t = tree->nodes[t].parent;
	while (t != NODE_NONE && tree->nodes[t].shape != SHAPE_FUNCTION &&
	       tree->nodes[t].shape != SHAPE_LAMBDA);
	return t;
}

static uint32_t
block_of(const struct shape_tree *tree, uint32_t t)
{
	while (t != 0 && tree->nodes[t].shape != SHAPE_BLOCK)
		t = tree->nodes[t].parent;
	return t;
}

uint32_t
unit_constant(const struct unit *unit, uint32_t t)
{
	const struct shape_tree *tree = &unit->shape;
	struct slice name = shape_text(tree, t);
	uint32_t scope = scope_of(tree, t), outside = NODE_NONE;
	const struct unit_name *last = NULL;
	bool local = false, several = false;

	for (size_t i = unit->names ? first_of(unit->names, name) : 0;
	     unit->names && i < unit->names->n && slice_eq(unit->names->items[i].name, name); i++) {
		const struct unit_name *item = &unit->names->items[i];
		uint32_t its = scope_of(tree, item->at);
		local |= its == scope;
		if (its == scope && item->at < t && tree->nodes[item->at].end <= tree->nodes[t].start)
			last = item;
		several |= its != scope && outside != NODE_NONE;
		if (its != scope)
			outside = item->constant;
	}
	if (!local)
		return several ? NODE_NONE : outside;
	if (!last || tree->nodes[block_of(tree, last->at)].subtree_end <= t)
		return NODE_NONE;
	return last->constant;
}

static int
add(struct unit_names *names, struct unit_name item, struct err *err)
{
	void *items = names->items;

	if (array_reserve(&items, &names->cap, names->n + 1, sizeof(*names->items)) < 0)
		return err_oom(err);
	names->items = items;
	names->items[names->n++] = item;
	return 0;
}

struct import_reader {
	struct unit_names *names;
	struct arena *arena;
	struct err *err;
};

static int
take_import(void *to, const struct import *import)
{
	const struct import_reader *r = to;
	struct unit_name name = {.name = import->name, .full = import->module, .constant = NODE_NONE};

	if (import->name.len == 0)
		return 0; /* which names that gives stands in no text we have */
	if (import->item.len > 0) {
		struct slice module = import->module, item = import->item;
		char *full = arena_alloc(r->arena, module.len + 1 + item.len);
		if (!full)
			return err_oom(r->err);
		memcpy(full, module.ptr, module.len);
		full[module.len] = '.';
		memcpy(full + module.len + 1, item.ptr, item.len);
		name.full = slice_of(full, module.len + 1 + item.len);
	}
	return add(r->names, name, r->err);
}

static int
read_import(struct unit_names *names, struct arena *arena, const struct unit *unit, uint32_t i,
	    struct err *err)
{
	struct import_reader reader = {names, arena, err};
	const struct import_taker taker = {take_import, &reader};

	if (!unit->dialect->read_import || shape_text(&unit->shape, i).len > IMPORT_BYTES)
		return 0;
	return unit->dialect->read_import(&taker, &unit->shape, i);
}

static int
read_assignment(struct unit_names *names, const struct shape_tree *tree, uint32_t i, struct err *err)
{
	uint32_t name = tree->nodes[i].first, value;

	if (name == NODE_NONE || tree->nodes[name].shape != SHAPE_NAME)
		return 0;
	value = tree->nodes[name].next;
	while (value != NODE_NONE && tree->nodes[value].next != NODE_NONE)
		value = tree->nodes[value].next;
	bool text = value != NODE_NONE && tree->nodes[value].shape == SHAPE_STRING;
	struct unit_name item = {
		.name = shape_text(tree, name), .constant = text ? value : NODE_NONE, .at = i};
	return add(names, item, err);
}

static int
read_node(struct unit_names *names, struct arena *arena, const struct unit *unit, uint32_t i, struct err *err)
{
	const struct shape_tree *tree = &unit->shape;
	const struct shape_node *node = &tree->nodes[i];

	if (node->flags & SHAPE_IMPORT && read_import(names, arena, unit, i, err) < 0)
		return -1;
	if (node->shape == SHAPE_ASSIGN)
		return read_assignment(names, tree, i, err);
	if (node->shape == SHAPE_PARAMETER && node->first != NODE_NONE)
		return add(names, (struct unit_name){shape_text(tree, node->first), {NULL, 0}, NODE_NONE, i},
			   err);
	return 0;
}

int
unit_names_read(struct unit_names *out, struct arena *arena, const struct unit *unit, struct err *err)
{
	for (uint32_t i = 0; i < unit->shape.n; i++)
		if (read_node(out, arena, unit, i, err) < 0)
			return -1;
	if (out->n > 1)
		qsort(out->items, out->n, sizeof(*out->items), compare_names);
	return 0;
}
