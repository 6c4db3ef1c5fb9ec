/*
 * taint_store.h - which variables are tainted at one point of a program
 *
 * What can be assigned to is a path: a variable, then fields and elements.
 * All elements of one container are one:
 *
 *	o.name     root "o", field "name"
 *	list[i]    root "list", field "[]"
 *
 * Only paths that were tainted once are known, so most programs have few. A store
 * has for each path a set, or nothing. A path without a set is as tainted as the
 * path it is a part of: after `o = source(); o.id = 1` the field is clean by a set
 * of its own, the empty one, and every other field of o is tainted.
 */
#ifndef SLUICE_MATCH_TAINT_STORE_H
#define SLUICE_MATCH_TAINT_STORE_H

#include "base/limits.h"
#include "match/taint_set.h"

#define PATH_NONE   UINT32_MAX
#define PATH_LENGTH 6u /* longer ones are cut: the whole of a field stands for its parts */

struct path {
	uint32_t parent, first, next; /* PATH_NONE: none */
	uint32_t chain;               /* the next of the same hash */
	struct slice name;
};

#define PATH_BUCKETS 1024u

struct path_table {
	struct path *items;
	size_t n, cap;
	uint32_t buckets[PATH_BUCKETS]; /* index + 1 */
	bool full;                      /* LIMIT_TAINT_PATHS was met */
};

void path_table_release(struct path_table *paths);
void path_table_clear(struct path_table *paths);

/* The field of that name, PATH_NONE for parent: the variable; PATH_NONE when it is not known. */
uint32_t path_find(const struct path_table *paths, uint32_t parent, struct slice name);

/* The same, and makes it known. PATH_NONE when there are too many, or without memory. */
uint32_t path_add(struct path_table *paths, uint32_t parent, struct slice name);

struct taint_store {
	const struct taint_set **cells; /* by path; those behind n have none */
	size_t n, cap;
	bool dead; /* control never gets here */
};

void taint_store_release(struct taint_store *store);

/* 0, or -1 without memory. */
int taint_store_copy(struct taint_store *to, const struct taint_store *from)
	__attribute__((warn_unused_result));

/* What a path holds, parts of it included when `whole`. */
const struct taint_set *taint_store_get(const struct taint_store *store, struct taint_sets *sets,
					const struct path_table *paths, uint32_t path, bool whole);

/* Gives a path a value, and all its parts with it. NULL for set: it is clean. */
int taint_store_set(struct taint_store *store, const struct path_table *paths, uint32_t path,
		    const struct taint_set *set) __attribute__((warn_unused_result));

/* Adds what is tainted in `from`. 1: there is more now, 0, or -1 without memory. */
int taint_store_join(struct taint_store *to, struct taint_sets *sets, const struct path_table *paths,
		     const struct taint_store *from) __attribute__((warn_unused_result));

#endif
