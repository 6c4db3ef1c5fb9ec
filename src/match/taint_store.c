#include "match/taint_store.h"

#include <stdlib.h>

#include "base/buf.h"

/* A cell that says "clean" though what it is a part of may not be. */
static const struct taint_set clean = {0};

/* ---- paths ---- */

void
path_table_release(struct path_table *paths)
{
	free(paths->items);
	*paths = (struct path_table){0};
}

void
path_table_clear(struct path_table *paths)
{
	paths->n = 0;
	paths->full = false;
	memset(paths->buckets, 0, sizeof(paths->buckets));
}

static uint32_t
bucket_of(uint32_t parent, struct path_part part)
{
	uint32_t h = 2166136261u ^ parent;
	struct slice name = part.name;

	for (size_t i = 0; i < name.len; i++)
		h = (h ^ (unsigned char)name.ptr[i]) * 16777619u;
	return (h ^ (h >> 15)) % PATH_BUCKETS;
}

uint32_t
path_find(const struct path_table *paths, uint32_t parent, struct path_part part)
{
	uint32_t at = paths->buckets[bucket_of(parent, part)];

	while (at > 0) {
		const struct path *path = &paths->items[at - 1];
		if (path->parent == parent && path->part.key == part.key &&
		    slice_eq(path->part.name, part.name))
			return at - 1;
		at = path->chain;
	}
	return PATH_NONE;
}

uint32_t
path_add(struct path_table *paths, uint32_t parent, struct path_part part)
{
	uint32_t known = path_find(paths, parent, part), bucket = bucket_of(parent, part);
	void *items = paths->items;

	if (known != PATH_NONE)
		return known;
	paths->full |= paths->n == LIMIT_TAINT_PATHS;
	if (paths->n == LIMIT_TAINT_PATHS ||
	    array_reserve(&items, &paths->cap, paths->n + 1, sizeof(*paths->items)) < 0)
		return PATH_NONE;
	paths->items = items;
	uint32_t at = (uint32_t)paths->n++;
	paths->items[at] = (struct path){parent, PATH_NONE, PATH_NONE, paths->buckets[bucket], part};
	paths->buckets[bucket] = at + 1;
	if (parent != PATH_NONE) {
		paths->items[at].next = paths->items[parent].first;
		paths->items[parent].first = at;
	}
	return at;
}

/* The path behind `path` in pre-order below top, or PATH_NONE. */
static uint32_t
next_below(const struct path_table *paths, uint32_t top, uint32_t path)
{
	if (paths->items[path].first != PATH_NONE)
		return paths->items[path].first;
	while (path != top && paths->items[path].next == PATH_NONE)
		path = paths->items[path].parent;
	return path == top ? PATH_NONE : paths->items[path].next;
}

/* ---- stores ---- */

void
taint_store_release(struct taint_store *store)
{
	free(store->cells);
	free(store->facts);
	*store = (struct taint_store){0};
}

static int
grow(struct taint_store *store, size_t n)
{
	void *cells = store->cells;

	if (n <= store->n)
		return 0;
	if (array_reserve(&cells, &store->cap, n, sizeof(*store->cells)) < 0)
		return -1;
	store->cells = cells;
	void *facts = store->facts;
	if (array_reserve(&facts, &store->facts_cap, n, sizeof(*store->facts)) < 0)
		return -1;
	store->facts = facts;
	memset(store->facts + store->n, LENGTH_UNKNOWN, n - store->n);
	for (size_t i = store->n; i < n; i++)
		store->cells[i] = NULL;
	store->n = n;
	return 0;
}

int
taint_store_copy(struct taint_store *to, const struct taint_store *from)
{
	to->n = 0;
	if (grow(to, from->n) < 0)
		return -1;
	if (from->n > 0) {
		memcpy(to->cells, from->cells, from->n * sizeof(*to->cells));
		memcpy(to->facts, from->facts, from->n);
	}
	to->dead = from->dead;
	return 0;
}

static const struct taint_set *
cell(const struct taint_store *store, uint32_t path)
{
	return path < store->n ? store->cells[path] : NULL;
}

static uint8_t
fact(const struct taint_store *store, uint32_t path)
{
	return path < store->n ? store->facts[path] : LENGTH_UNKNOWN;
}

/* The set of a path or of the nearest one round it that has one. */
static const struct taint_set *
effective(const struct taint_store *store, const struct path_table *paths, uint32_t path)
{
	while (path != PATH_NONE && !cell(store, path))
		path = paths->items[path].parent;
	const struct taint_set *set = path == PATH_NONE ? NULL : cell(store, path);
	return set && set->n > 0 ? set : NULL;
}

const struct taint_set *
taint_store_get(const struct taint_store *store, struct taint_sets *sets, const struct path_table *paths,
		uint32_t path, bool whole)
{
	const struct taint_set *set = effective(store, paths, path);

	if (!whole || path == PATH_NONE)
		return set;
	for (uint32_t p = next_below(paths, path, path); p != PATH_NONE; p = next_below(paths, path, p))
		if (cell(store, p) && cell(store, p)->n > 0)
			set = taint_union(sets, set, cell(store, p));
	return set;
}

int
taint_store_set(struct taint_store *store, const struct path_table *paths, uint32_t path,
		const struct taint_set *set)
{
	if (grow(store, (size_t)path + 1) < 0)
		return -1;
	for (uint32_t p = path; p != PATH_NONE; p = next_below(paths, path, p))
		if (p < store->n) {
			store->cells[p] = NULL;
			store->facts[p] = LENGTH_UNKNOWN;
		}
	store->cells[path] = set ? set : paths->items[path].parent == PATH_NONE ? NULL : &clean;
	return 0;
}

int
taint_store_add(struct taint_store *store, struct taint_sets *sets, const struct path_table *paths,
		uint32_t path, const struct taint_set *set)
{
	if (!set)
		return 0;
	if (grow(store, (size_t)path + 1) < 0)
		return -1;
	store->cells[path] = taint_union(sets, effective(store, paths, path), set);
	for (uint32_t p = next_below(paths, path, path); p != PATH_NONE; p = next_below(paths, path, p))
		if (cell(store, p))
			store->cells[p] = taint_union(sets, effective(store, paths, p), set);
	return 0;
}

/* ---- lists ---- */

uint8_t
taint_store_length(const struct taint_store *store, uint32_t path)
{
	return path < store->n && store->facts[path] <= LENGTH_MAX ? store->facts[path] : LENGTH_UNKNOWN;
}

int
taint_store_set_length(struct taint_store *store, uint32_t path, uint8_t length)
{
	if (grow(store, (size_t)path + 1) < 0)
		return -1;
	store->facts[path] = length > LENGTH_MAX ? LENGTH_UNKNOWN : length;
	return 0;
}

void
taint_store_forget(struct taint_store *store)
{
	if (store->n > 0)
		memset(store->facts, LENGTH_UNKNOWN, store->n);
}

/* ---- known values ---- */

int
taint_store_know(struct taint_store *store, const struct path_table *paths, uint32_t path)
{
	if (taint_store_set(store, paths, path, NULL) < 0)
		return -1;
	store->facts[path] = VALUE_KNOWN;
	return 0;
}

bool
taint_store_knows(const struct taint_store *store, uint32_t path)
{
	return path < store->n && store->facts[path] == VALUE_KNOWN;
}

/* ---- both ways ---- */

/* Of a path that only one of two stores has a set for the other has what surrounds it. */
static const struct taint_set *
joined(const struct taint_store *a, const struct taint_store *b, struct taint_sets *sets,
       const struct path_table *paths, uint32_t path)
{
	const struct taint_set *x = cell(a, path), *y = cell(b, path);

	if (x == y)
		return x;
	const struct taint_set *both =
		taint_union(sets, effective(a, paths, path), effective(b, paths, path));
	return both ? both : &clean;
}

int
taint_store_join(struct taint_store *to, struct taint_sets *sets, const struct path_table *paths,
		 const struct taint_store *from)
{
	bool more = false;

	if (from->dead)
		return 0;
	if (to->dead)
		return taint_store_copy(to, from) < 0 ? -1 : 1;
	if (grow(to, from->n) < 0)
		return -1;
	/* Parts come behind what they are part of, so from the last back each sees what was there. */
	for (size_t i = to->n; i-- > 0;) {
		const struct taint_set *was = effective(to, paths, (uint32_t)i);
		const struct taint_set *set = joined(to, from, sets, paths, (uint32_t)i);
		const struct taint_set *now = set && set->n > 0 ? set : NULL;
		if (set != cell(to, (uint32_t)i))
			to->cells[i] = paths->items[i].parent == PATH_NONE && set->n == 0 ? NULL : set;
		more |= set != NULL && now != was;
		if (to->facts[i] != LENGTH_UNKNOWN && to->facts[i] != fact(from, (uint32_t)i)) {
			to->facts[i] = LENGTH_UNKNOWN;
			more = true;
		}
	}
	return more;
}
