/*
 * tree_walk.c - what differs between two trees
 *
 * Worked example. Of
 *
 *     old: a.py 1f   lib/ 7c   x 20          new: a.py 1f   lib/ 80   y 31
 *
 * a.py is the same. lib/ is a tree on both sides with different ids: its two
 * trees are opened as a further level, and the walk goes on here when they
 * are through. x is deleted, y added. A tree that is on one side alone is
 * opened against nothing. Subtrees with equal ids are never read.
 *
 * Why not git_diff_tree_to_tree(): both backends share this one, and it need
 * not be told to leave attributes, .gitmodules and configuration alone.
 */
#include <stdlib.h>

#include "base/limits.h"
#include "change/entries.h"
#include "change/repository_internal.h"

/* One tree of a level, taken apart. */
struct side {
	struct object object; /* zeroed: there is no tree */
	struct tree_entry *entries;
	size_t n, cap, at;
};

struct level {
	struct side old_side, new_side;
	size_t path_len; /* of the path that leads here, with its '/' */
};

struct walk {
	struct repository *repo;
	struct entry_collector *out;
	struct level *levels; /* of malloc */
	size_t depth, cap;
	struct buf path;
	size_t bytes;  /* of the trees that are open */
	size_t ntrees; /* read so far */
};

static int
compare_entries(const void *a, const void *b)
{
	return tree_entry_cmp(a, b);
}

static int
parse(struct side *side, size_t id_bytes, const struct object_id *id, struct err *err)
{
	struct slice rest = side->object.bytes;
	struct tree_entry entry;
	bool sorted = true;
	int rc;

	while ((rc = tree_next(&entry, &rest, id_bytes)) == 1) {
		if (array_reserve((void **)&side->entries, &side->cap, side->n + 1, sizeof(*side->entries)) <
		    0)
			return err_oom(err);
		if (side->n > 0 && tree_entry_cmp(&side->entries[side->n - 1], &entry) > 0)
			sorted = false;
		side->entries[side->n++] = entry;
	}
	if (rc < 0)
		return err_set(err, ERR_GIT, "tree %s is malformed: run 'git fsck'", id->hex);
	/* git sorts what it writes; others have written trees, too. */
	if (!sorted)
		qsort(side->entries, side->n, sizeof(*side->entries), compare_entries);
	return 0;
}

static int
side_open(struct side *side, struct walk *w, const struct object_id *id, struct err *err)
{
	*side = (struct side){0};
	if (object_id_is_none(id))
		return 0;
	if (++w->ntrees > LIMIT_FILES)
		return err_set(err, ERR_LIMIT, "more than %u directories to be compared", LIMIT_FILES);
	if (object_need(&side->object, w->repo, id, OBJECT_TREE, err) < 0)
		return -1;
	w->bytes += side->object.size;
	if (w->bytes > LIMIT_TREE_BYTES)
		return err_set(err, ERR_LIMIT, "more than %u bytes of nested directories to be compared",
			       LIMIT_TREE_BYTES);
	return parse(side, w->repo->id_bytes, id, err);
}

static void
side_close(struct side *side, struct walk *w)
{
	w->bytes -= side->object.size;
	free(side->entries);
	object_release(&side->object);
}

static int
push(struct walk *w, const struct object_id *old_tree, const struct object_id *new_tree, struct err *err)
{
	if (w->depth == LIMIT_TREE_DEPTH)
		return err_set(err, ERR_LIMIT, "directories nested deeper than %u", LIMIT_TREE_DEPTH);
	if (array_reserve((void **)&w->levels, &w->cap, w->depth + 1, sizeof(*w->levels)) < 0)
		return err_oom(err);
	struct level *level = &w->levels[w->depth++];
	*level = (struct level){.path_len = w->path.len};
	if (side_open(&level->old_side, w, old_tree, err) < 0)
		return -1;
	return side_open(&level->new_side, w, new_tree, err);
}

static void
pop(struct walk *w)
{
	struct level *level = &w->levels[--w->depth];

	side_close(&level->old_side, w);
	side_close(&level->new_side, w);
}

static const struct tree_entry *
peek(const struct side *side)
{
	return side->at < side->n ? &side->entries[side->at] : NULL;
}

/* The next pair of entries with one name; one of them may be NULL. False: the level is done. */
static bool
take_pair(const struct tree_entry **a, const struct tree_entry **b, struct level *level)
{
	*a = peek(&level->old_side);
	*b = peek(&level->new_side);
	if (!*a && !*b)
		return false;
	int order = !*a ? 1 : !*b ? -1 : tree_entry_cmp(*a, *b);
	if (order < 0)
		*b = NULL;
	if (order > 0)
		*a = NULL;
	level->old_side.at += *a != NULL;
	level->new_side.at += *b != NULL;
	return true;
}

static struct entry_side
side_of(const struct tree_entry *e, size_t id_bytes)
{
	struct entry_side side = {0};

	if (e) {
		side.mode = e->mode;
		object_id_from_bytes(&side.id, e->id, id_bytes);
	}
	return side;
}

static bool
is_same(const struct tree_entry *a, const struct tree_entry *b, size_t id_bytes)
{
	return a && b && a->mode == b->mode && memcmp(a->id, b->id, id_bytes) == 0;
}

/* Compares one pair: opens two trees, or adds what is different. */
static int
visit(struct walk *w, const struct tree_entry *a, const struct tree_entry *b, struct err *err)
{
	struct entry_side was = side_of(a, w->repo->id_bytes), is = side_of(b, w->repo->id_bytes);
	const struct tree_entry *named = a ? a : b;

	buf_add_slice(&w->path, named->name);
	if (named->mode == MODE_TREE) /* sorted apart from files: then the other one is a tree, too */
		buf_add_char(&w->path, '/');
	if (!buf_ok(&w->path))
		return err_set(err, ERR_LIMIT, "a path longer than %zu bytes", w->path.max);
	if (named->mode == MODE_TREE)
		return push(w, &was.id, &is.id, err);
	return entry_collector_add(w->out, buf_slice(&w->path), &was, &is, err);
}

static int
run(struct walk *w, struct err *err)
{
	const struct tree_entry *a, *b;

	while (w->depth > 0) {
		struct level *level = &w->levels[w->depth - 1];
		w->path.len = level->path_len;
		if (!take_pair(&a, &b, level))
			pop(w);
		else if (!is_same(a, b, w->repo->id_bytes) && visit(w, a, b, err) < 0)
			return -1;
	}
	return 0;
}

int
tree_walk(struct entry_collector *out, struct repository *repo, const struct object_id *old_tree,
	  const struct object_id *new_tree, struct err *err)
{
	struct walk w = {.repo = repo, .out = out, .path = BUF_INIT(LIMIT_PATH_BYTES)};

	if (object_id_eq(old_tree, new_tree))
		return 0;
	int rc = push(&w, old_tree, new_tree, err);
	if (rc == 0)
		rc = run(&w, err);
	while (w.depth > 0)
		pop(&w);
	free(w.levels);
	buf_release(&w.path);
	return rc;
}
