/*
 * entries.h - the changed paths between two states, before any blob is read
 *
 * A renamed file is an addition and a deletion here; renames.h joins them. A
 * path whose kind changes (a symbolic link that becomes a file) is both, too:
 * as one entry it would have no lines.
 */
#ifndef SLUICE_CHANGE_ENTRIES_H
#define SLUICE_CHANGE_ENTRIES_H

#include "base/arena.h"
#include "change/repository.h"

struct entry_list {
	struct entry *items; /* in order of path, in the arena */
	size_t n;
};

/* Trees are named by a commit or a tree; none stands for an empty tree. ERR_LIMIT above LIMIT_FILES. */
int entries_of_trees(struct entry_list *out, struct arena *arena, struct repository *repo,
		     const struct object_id *old_tree, const struct object_id *new_tree, struct err *err)
	__attribute__((warn_unused_result));

/*
 * The index as the new side. Entries of git add -N are not there yet.
 * ERR_GIT for an index that is missing though GIT_INDEX_FILE names it, that
 * has unmerged entries, or that cannot be read.
 */
int entries_of_index(struct entry_list *out, struct arena *arena, struct repository *repo,
		     const struct object_id *old_tree, struct err *err) __attribute__((warn_unused_result));

/* One side of a path that may have changed. */
struct entry_side {
	uint32_t mode; /* 0: the side does not exist */
	struct object_id id;
};

/* A list in the making. Zeroed but for its arena. */
struct entry_collector {
	struct arena *arena;
	struct entry *items; /* of malloc */
	size_t n, cap;
};

/* Adds what is different: nothing, one entry, or a deletion and an addition. */
int entry_collector_add(struct entry_collector *c, struct slice path, const struct entry_side *old_side,
			const struct entry_side *new_side, struct err *err)
	__attribute__((warn_unused_result));

/* The list, in the arena; the collector is released. */
int entry_collector_finish(struct entry_list *out, struct entry_collector *c, struct err *err)
	__attribute__((warn_unused_result));
void entry_collector_release(struct entry_collector *c);

/* What two trees change, or a tree and the index; none: the empty tree. For entries_of_trees() and backends.
 */
int tree_walk(struct entry_collector *out, struct repository *repo, const struct object_id *old_tree,
	      const struct object_id *new_tree, struct err *err) __attribute__((warn_unused_result));
struct index_file;
int tree_walk_index(struct entry_collector *out, struct repository *repo, const struct object_id *old_tree,
		    const struct index_file *index, struct err *err) __attribute__((warn_unused_result));

#endif
