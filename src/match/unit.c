/*
 * unit.c - what a text imports
 *
 * An import holds for the whole text.
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

	return order ? order : (x->full.ptr > y->full.ptr) - (x->full.ptr < y->full.ptr);
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

uint32_t
unit_node_of(const struct unit *unit, struct slice part)
{
	const struct shape_tree *tree = &unit->shape;
	uint32_t low = 0, high = tree->n, found = NODE_NONE;

	if (part.ptr < tree->text.ptr || part.ptr > tree->text.ptr + tree->text.len)
		return NODE_NONE;
	uint32_t start = (uint32_t)(part.ptr - tree->text.ptr), end = start + (uint32_t)part.len;
	/* In pre-order nodes begin in the order of the text. */
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (tree->nodes[mid].start < start)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < tree->n && tree->nodes[low].start == start; low++)
		if (tree->nodes[low].end == end)
			found = low;
	return found;
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
	struct unit_name name = {.name = import->name, .full = import->module};

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
read_node(struct unit_names *names, struct arena *arena, const struct unit *unit, uint32_t i, struct err *err)
{
	return unit->shape.nodes[i].flags & SHAPE_IMPORT ? read_import(names, arena, unit, i, err) : 0;
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
