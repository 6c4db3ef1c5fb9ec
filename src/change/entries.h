/*
 * entries.h - the changed paths between two states, before any blob is read
 *
 * The one place that names them, so that a second way to find them (git's
 * plumbing, where libgit2 cannot read an index or a repository) needs no more
 * than these two functions. A renamed file is an addition and a deletion here;
 * renames.h joins them.
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
 * has unmerged entries, or that libgit2 cannot read.
 */
int entries_of_index(struct entry_list *out, struct arena *arena, struct repository *repo,
		     const struct object_id *old_tree, struct err *err) __attribute__((warn_unused_result));

#endif
