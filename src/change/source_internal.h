/*
 * source_internal.h - what every kind of source has in common
 *
 * A kind embeds struct source as its first member, fills it with
 * source_init() and gives two operations. source_next() of source.c clears
 * change_arena, calls ops->next and counts files and lines into the scope;
 * source_free() calls ops->release, then releases both arenas and the memory
 * of the source itself.
 */
#ifndef SLUICE_CHANGE_SOURCE_INTERNAL_H
#define SLUICE_CHANGE_SOURCE_INTERNAL_H

#include "base/arena.h"
#include "change/source.h"

struct source_ops {
	/* Fills *change, which source_next() has zeroed: 1, 0 at the end, -1. */
	int (*next)(struct source *source, struct change *change, struct err *err);
	/* Releases what the arenas do not own; not the source itself. May be NULL. */
	void (*release)(struct source *source);
	/* As source_unread(). May be NULL. */
	bool (*unread)(struct source *source, struct unread *out);
	/* As source_commit_of(). May be NULL. */
	bool (*commit_of)(const struct source *source, uint32_t group, struct object_id *out);
};

struct source {
	const struct source_ops *ops;
	struct source_scope scope; /* commits is counted by the kind, the rest by source_next() */
	struct arena arena;        /* as long as the source */
	struct arena change_arena; /* until the following source_next() */
	struct change change;
	bool opens_archives;
	text_filter is_text;
	bool ended;  /* ops->next is not called again */
	bool failed; /* because it returned -1: what follows is no end */
};

/* Memory must be zeroed (calloc) and be the start of the kind's own struct. */
void source_init(struct source *source, const struct source_ops *ops);

#endif
