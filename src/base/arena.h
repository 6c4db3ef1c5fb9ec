/*
 * arena.h - many allocations with one lifetime
 *
 * Memory is zeroed, aligned for any type, and freed as a whole. Sizes are
 * checked: a product that would overflow fails like an allocation.
 */
#ifndef SLUICE_BASE_ARENA_H
#define SLUICE_BASE_ARENA_H

#include <stddef.h>

#include "base/slice.h"

struct arena_block;

struct arena {
	struct arena_block *head; /* current block, older ones behind it */
	size_t used;              /* bytes used in head */
	size_t total;             /* bytes of all blocks */
};

#define ARENA_INIT                                                                                           \
	{                                                                                                    \
		NULL, 0, 0                                                                                   \
	}

void arena_init(struct arena *a);
void arena_release(struct arena *a);

/* Forgets every allocation but keeps one block for the next ones. */
void arena_clear(struct arena *a);

/* NULL when memory runs out. A size of 0 gives a valid, unique pointer. */
void *arena_alloc(struct arena *a, size_t size) __attribute__((warn_unused_result));
void *arena_array(struct arena *a, size_t n, size_t size) __attribute__((warn_unused_result));

/* A copy with a NUL behind it; NULL when memory runs out. */
char *arena_strndup(struct arena *a, const char *ptr, size_t len) __attribute__((warn_unused_result));

/* Copies src (a NUL behind it) and points *out at the copy. 0 or -1. */
int arena_dup(struct slice *out, struct arena *a, struct slice src) __attribute__((warn_unused_result));

#endif
