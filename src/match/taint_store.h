/*
 * taint_store.h - which variables are tainted at one point of a program
 *
 * What can be assigned to is a path: a variable, then fields and elements.
 * The elements of a container are parts of its field "[]", which stands for any of them:
 *
 *	o.name     root "o", field "name"
 *	list[i]    root "list", field "[]"
 *	map["a"]   root "map", field "[]", key "a"
 *	list[0]    root "list", field "[]", key "0"
 *
 * Of a list that was made empty, or with its elements, the length is known until something is
 * done to it that is not understood; so elements are known by their positions.
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
#define PATH_LENGTH 8u /* longer ones are cut: the whole of a field stands for its parts */

/* What a path names last. */
struct path_part {
	struct slice name;
	bool key; /* a constant key or position, not a field */
};

struct path {
	uint32_t parent, first, next; /* PATH_NONE: none */
	uint32_t chain;               /* the next of the same hash */
	struct path_part part;
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

/* The part of that name, PATH_NONE for parent: the variable; PATH_NONE when it is not known. */
uint32_t path_find(const struct path_table *paths, uint32_t parent, struct path_part part);

/* The same, and makes it known. PATH_NONE when there are too many, or without memory. */
uint32_t path_add(struct path_table *paths, uint32_t parent, struct path_part part);

#define LENGTH_UNKNOWN UINT8_MAX        /* nor anything else */
#define VALUE_KNOWN    (UINT8_MAX - 1u) /* of no list: it is one of the program's own */
#define LENGTH_MAX     16u              /* longer lists are one whole */

struct taint_store {
	const struct taint_set **cells; /* by path; those behind n have none */
	uint8_t *facts;                 /* by path; the length of a list, or one of the two below */
	size_t facts_cap;
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

/* Adds to a path and all its parts. NULL for set: nothing. */
int taint_store_add(struct taint_store *store, struct taint_sets *sets, const struct path_table *paths,
		    uint32_t path, const struct taint_set *set) __attribute__((warn_unused_result));

/* The length of a list, or LENGTH_UNKNOWN. */
uint8_t taint_store_length(const struct taint_store *store, uint32_t path);

int taint_store_set_length(struct taint_store *store, uint32_t path, uint8_t length)
	__attribute__((warn_unused_result));

/* From here on no length is known, and no value. */
void taint_store_forget(struct taint_store *store);

/* The path is clean, whatever sources say of it, until it is given a value. */
int taint_store_know(struct taint_store *store, const struct path_table *paths, uint32_t path)
	__attribute__((warn_unused_result));

bool taint_store_knows(const struct taint_store *store, uint32_t path);

/* Adds what is tainted in `from`. 1: there is more now, 0, or -1 without memory. */
int taint_store_join(struct taint_store *to, struct taint_sets *sets, const struct path_table *paths,
		     const struct taint_store *from) __attribute__((warn_unused_result));

#endif
