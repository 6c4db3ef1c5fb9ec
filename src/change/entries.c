#include "change/entries.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "change/git.h"
#include "change/repository_internal.h"

static int
add(struct entry_collector *c, enum entry_status status, struct slice path, const struct entry_side *old_side,
    const struct entry_side *new_side, struct err *err)
{
	struct entry e = {.status = status};

	if (c->n == LIMIT_FILES)
		return err_set(err, ERR_LIMIT, "more than the %u files that are reviewed changed at once",
			       LIMIT_FILES);
	if (status != ENTRY_ADDED) {
		e.old_path = path;
		e.old_mode = old_side->mode;
		e.old_id = old_side->id;
	}
	if (status != ENTRY_DELETED) {
		e.new_path = path;
		e.new_mode = new_side->mode;
		e.new_id = new_side->id;
	}
	if (array_reserve((void **)&c->items, &c->cap, c->n + 1, sizeof(*c->items)) < 0)
		return err_oom(err);
	c->items[c->n++] = e;
	return 0;
}

int
entry_collector_add(struct entry_collector *c, struct slice path, const struct entry_side *old_side,
		    const struct entry_side *new_side, struct err *err)
{
	bool was = old_side->mode != 0, is = new_side->mode != 0;
	struct slice name;

	if (was == is &&
	    (!was || (old_side->mode == new_side->mode && object_id_eq(&old_side->id, &new_side->id))))
		return 0;
	if (arena_dup(&name, c->arena, path) < 0)
		return err_oom(err);
	if (was && is && (old_side->mode & MODE_KIND) == (new_side->mode & MODE_KIND))
		return add(c, ENTRY_MODIFIED, name, old_side, new_side, err);
	if (was && add(c, ENTRY_DELETED, name, old_side, new_side, err) < 0)
		return -1;
	return is ? add(c, ENTRY_ADDED, name, old_side, new_side, err) : 0;
}

int
entry_collector_finish(struct entry_list *out, struct entry_collector *c, struct err *err)
{
	*out = (struct entry_list){arena_array(c->arena, c->n, sizeof(*out->items)), c->n};
	if (out->items && c->n > 0)
		memcpy(out->items, c->items, c->n * sizeof(*c->items));
	entry_collector_release(c);
	return out->items ? 0 : err_oom(err);
}

void
entry_collector_release(struct entry_collector *c)
{
	free(c->items);
	*c = (struct entry_collector){.arena = c->arena};
}

int
entries_of_trees(struct entry_list *out, struct arena *arena, struct repository *repo,
		 const struct object_id *old_tree, const struct object_id *new_tree, struct err *err)
{
	struct entry_collector collector = {.arena = arena};
	struct object_id old_id, new_id;

	if (repository_tree(&old_id, repo, old_tree, err) < 0 ||
	    repository_tree(&new_id, repo, new_tree, err) < 0)
		return -1;
	if (tree_walk(&collector, repo, &old_id, &new_id, err) < 0) {
		entry_collector_release(&collector);
		return -1;
	}
	return entry_collector_finish(out, &collector, err);
}

/* Without this a mistyped GIT_INDEX_FILE would look like a commit that deletes everything. */
static int
check_named_file(const struct repository *repo, struct err *err)
{
	struct shown shown;

	if (!repo->index_path)
		return err_set(err, ERR_GIT, "a bare repository has no staged changes");
	if (!repo->index_is_named || access(repo->index_path, R_OK) == 0)
		return 0;
	return err_set(err, ERR_GIT, "GIT_INDEX_FILE: cannot read '%s': %s",
		       show_str(&shown, repo->index_path), strerror(errno));
}

/* Reads the tree that the index is compared with, for an error that names it. */
static int
check_tree(struct repository *repo, const struct object_id *tree, struct err *err)
{
	struct object object;

	if (object_id_is_none(tree))
		return 0;
	if (object_need(&object, repo, tree, OBJECT_TREE, err) < 0)
		return -1;
	object_release(&object);
	return 0;
}

int
entries_of_index(struct entry_list *out, struct arena *arena, struct repository *repo,
		 const struct object_id *treeish, struct err *err)
{
	struct object_id tree;
	struct err why = ERR_INIT;

	if (check_named_file(repo, err) < 0 || repository_tree(&tree, repo, treeish, err) < 0 ||
	    check_tree(repo, &tree, err) < 0)
		return -1;
	int rc = repo->backend->index_entries(out, arena, repo, &tree, &why);
	if (rc == 0 && git_instead(repo, &why, err) == 0)
		return backend_git.index_entries(out, arena, repo, &tree, err) == 1 ? 0 : -1;
	if (rc < 0)
		err_set(err, why.code, "%s", why.msg);
	return rc == 1 ? 0 : -1;
}
