/*
 * unit.c - what a text imports
 *
 * An import holds from where it stands.
 */
#include "match/unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "match/source.h"

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

/* `import a.b.*`: a.b.C is C. */
static bool
is_member(struct slice path, struct slice module, struct slice name)
{
	return path.len == module.len + 1 + name.len && slice_eq(slice_sub(path, 0, module.len), module) &&
	       path.ptr[module.len] == '.' && slice_eq(slice_sub(path, module.len + 1, path.len), name);
}

/* The last entry before node t that imports its name; the entries of one import follow each other. */
static const struct unit_name *
last_import(const struct unit *unit, uint32_t t)
{
	const struct unit_names *names = unit->names;
	struct slice name = shape_text(&unit->shape, t);
	const struct unit_name *last = NULL;

	for (size_t i = names ? first_of(names, name) : 0;
	     names && i < names->n && slice_eq(names->items[i].name, name) && names->items[i].at <= t; i++)
		if (names->items[i].full.len > 0)
			last = &names->items[i];
	return last;
}

struct slice
unit_import_path(const struct unit *unit, struct slice name)
{
	size_t i = unit->names ? first_of(unit->names, name) : 0;

	return unit->names && i < unit->names->n ? unit->names->items[i].full : slice_of(NULL, 0);
}

const struct unit_name *
unit_import(const struct unit *unit, uint32_t t)
{
	const struct unit_name *import = last_import(unit, t);

	return import && import->item.len > 0 ? import : NULL;
}

bool
unit_imports(const struct unit *unit, uint32_t t, struct slice path)
{
	const struct unit_names *names = unit->names;
	struct slice name = shape_text(&unit->shape, t);
	const struct unit_name *last = last_import(unit, t);

	for (const struct unit_name *item = last;
	     item && item >= names->items && item->at == last->at && slice_eq(item->name, name); item--)
		if (source_equal(item->full, path))
			return true;
	for (size_t i = names ? first_of(names, slice_of("", 0)) : 0;
	     names && i < names->n && names->items[i].name.len == 0; i++)
		if (is_member(path, names->items[i].full, name))
			return true;
	return false;
}

uint32_t
unit_node_of(const struct unit *unit, struct slice part)
{
	const struct shape_tree *tree = &unit->shape;
	uint32_t found = NODE_NONE;

	if (part.ptr < tree->text.ptr || part.ptr > tree->text.ptr + tree->text.len)
		return NODE_NONE;
	uint32_t start = (uint32_t)(part.ptr - tree->text.ptr), end = start + (uint32_t)part.len;
	for (uint32_t t = shape_node_from(tree, start); t < tree->n && tree->nodes[t].start == start; t++)
		if (tree->nodes[t].end == end)
			found = t;
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
	struct slice text;
	uint32_t at;
	bool wildcards; /* an import without a name is of all there is */
	const char *joint;
	struct err *err;
};

static int
take_import(void *to, const struct import *import)
{
	const struct import_reader *r = to;
	struct unit_name name = {.name = import->name,
				 .full = import->module,
				 .module = import->module,
				 .item = import->item,
				 .module_at = (uint32_t)(import->module.ptr - r->text.ptr),
				 .at = r->at};

	if (import->name.len == 0 && !r->wildcards)
		return 0;
	if (import->item.len > 0) {
		struct slice module = import->module, item = import->item;
		size_t joint = strlen(r->joint), len = module.len + joint + item.len;
		char *full = arena_alloc(r->arena, len);
		if (!full)
			return err_oom(r->err);
		memcpy(full, module.ptr, module.len);
		memcpy(full + module.len, r->joint, joint);
		memcpy(full + module.len + joint, item.ptr, item.len);
		name.full = slice_of(full, len);
	}
	if (add(r->names, name, r->err) < 0)
		return -1;
	name.full = import->also;
	return import->also.len > 0 ? add(r->names, name, r->err) : 0;
}

static int
read_import(struct unit_names *names, struct arena *arena, const struct unit *unit, uint32_t i,
	    struct err *err)
{
	struct import_reader reader = {names,
				       arena,
				       unit->shape.text,
				       i,
				       unit->dialect->imports_are_paths,
				       unit->dialect->joint ? unit->dialect->joint : ".",
				       err};
	const struct import_taker taker = {take_import, &reader};

	if (!unit->dialect->read_import || shape_text(&unit->shape, i).len > LIMIT_IMPORT_BYTES)
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
