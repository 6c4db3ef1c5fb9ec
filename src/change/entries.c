/*
 * entries.c - changed paths by libgit2's diff, of which only deltas are used
 *
 * Never its content: it would ask attributes whether a file is text. Never
 * GIT_DIFF_INCLUDE_TYPECHANGE: a symbolic link that becomes a file would be
 * one delta without lines; without it, it is a deletion and an addition.
 * Never git_diff_find_similar(): it loads blobs of any size, stops at one that
 * is missing, and gives up a moved directory of more than 1000 files.
 */
#include "change/entries.h"

#include "base/limits.h"
#include "change/index.h"
#include "change/repository_internal.h"

static int
fill_side(struct object_id *id, uint32_t *mode, struct slice *path, struct arena *arena,
	  const git_diff_file *file, struct err *err)
{
	object_id_from_git(id, &file->id);
	*mode = file->mode;
	return arena_dup(path, arena, slice_str(file->path)) < 0 ? err_oom(err) : 0;
}

/* 1: a change, 0: none, -1. */
static int
status_of(enum entry_status *out, const git_diff_delta *delta, struct err *err)
{
	struct shown shown;

	switch (delta->status) {
	case GIT_DELTA_ADDED:
		*out = ENTRY_ADDED;
		return 1;
	case GIT_DELTA_DELETED:
		*out = ENTRY_DELETED;
		return 1;
	case GIT_DELTA_MODIFIED:
		*out = ENTRY_MODIFIED;
		return 1;
	case GIT_DELTA_UNMODIFIED:
		return 0;
	default:
		return err_set(err, ERR_GIT, "'%s' has a state that cannot be reviewed (unmerged?)",
			       show_str(&shown, delta->new_file.path));
	}
}

/* 1: *out is filled, 0: the delta is no change, -1. */
static int
fill_entry(struct entry *out, struct arena *arena, const git_diff_delta *delta, struct err *err)
{
	int rc = status_of(&out->status, delta, err);

	if (rc <= 0)
		return rc;
	if (out->status != ENTRY_ADDED &&
	    fill_side(&out->old_id, &out->old_mode, &out->old_path, arena, &delta->old_file, err) < 0)
		return -1;
	if (out->status != ENTRY_DELETED &&
	    fill_side(&out->new_id, &out->new_mode, &out->new_path, arena, &delta->new_file, err) < 0)
		return -1;
	return 1;
}

static int
collect(struct entry_list *out, struct arena *arena, const git_diff *diff, struct err *err)
{
	size_t n = git_diff_num_deltas(diff);

	*out = (struct entry_list){NULL, 0};
	if (n > LIMIT_FILES)
		return err_set(err, ERR_LIMIT,
			       "%zu files changed at once, more than the %u that are reviewed", n,
			       LIMIT_FILES);
	out->items = arena_array(arena, n, sizeof(*out->items));
	if (!out->items)
		return err_oom(err);
	for (size_t i = 0; i < n; i++) {
		int rc = fill_entry(&out->items[out->n], arena, git_diff_get_delta(diff, i), err);
		if (rc < 0)
			return -1;
		out->n += (size_t)rc;
	}
	return 0;
}

static void
set_diff_options(git_diff_options *options)
{
	options->flags = GIT_DIFF_NORMAL;
	options->ignore_submodules = GIT_SUBMODULE_IGNORE_NONE; /* not what diff.ignoreSubmodules says */
	options->context_lines = 0;
}

int
entries_of_trees(struct entry_list *out, struct arena *arena, struct repository *repo,
		 const struct object_id *old_tree, const struct object_id *new_tree, struct err *err)
{
	git_diff_options options = GIT_DIFF_OPTIONS_INIT;
	git_tree *old = NULL, *new = NULL;
	git_diff *diff = NULL;
	int rc = -1;

	set_diff_options(&options);
	if (repository_tree(&old, repo, old_tree, err) < 0 || repository_tree(&new, repo, new_tree, err) < 0)
		goto out;
	if (git_diff_tree_to_tree(&diff, repo->git, old, new, &options) < 0)
		err_git(err, "cannot compare the trees of %s and %s", old_tree->hex, new_tree->hex);
	else
		rc = collect(out, arena, diff, err);
out:
	git_diff_free(diff);
	git_tree_free(old);
	git_tree_free(new);
	return rc;
}

int
entries_of_index(struct entry_list *out, struct arena *arena, struct repository *repo,
		 const struct object_id *old_tree, struct err *err)
{
	git_diff_options options = GIT_DIFF_OPTIONS_INIT;
	git_index *index = NULL;
	git_tree *old = NULL;
	git_diff *diff = NULL;
	int rc = -1;

	set_diff_options(&options);
	if (index_open(&index, repo, err) < 0 || repository_tree(&old, repo, old_tree, err) < 0)
		goto out;
	if (git_diff_tree_to_index(&diff, repo->git, old, index, &options) < 0)
		err_git(err, "cannot compare the index with %s", old_tree->hex);
	else
		rc = collect(out, arena, diff, err);
out:
	git_diff_free(diff);
	git_tree_free(old);
	git_index_free(index);
	return rc;
}
