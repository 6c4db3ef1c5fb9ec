/*
 * tree_walk.c - what differs between two trees, or a tree and the index
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
 * The index is taken for a tree whose directories are not objects but runs of
 * its entries (index_tree.c); where its cache tree knows their ids, they are
 * compared like others. Where they differ, the tree that the cache tree names must be what its entries
 * say: `git commit` writes that one, and does not look at the entries.
 *
 * Why not git_diff_tree_to_tree(): both backends share this one, and it need
 * not be told to leave attributes, .gitmodules and configuration alone.
 */
#include <stdlib.h>

#include "base/limits.h"
#include "change/entries.h"
#include "change/index_file.h"
#include "change/repository_internal.h"

/* Where a directory is read: from its tree, or without an id from the index, if there is anything. */
struct place {
	struct object_id tree;
	struct index_range range;
};

/* One directory of a level, taken apart. */
struct side {
	struct object object;      /* zeroed: there is no tree */
	struct index_range *below; /* of each entry, if it comes from the index */
	struct tree_entry *entries;
	size_t n, cap, below_cap, at;
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
read_tree(struct side *side, struct walk *w, const struct object_id *id, struct err *err)
{
	if (object_need(&side->object, w->repo, id, OBJECT_TREE, err) < 0)
		return -1;
	w->bytes += side->object.size;
	if (w->bytes > LIMIT_TREE_BYTES)
		return err_set(err, ERR_LIMIT, "more than %u bytes of nested directories to be compared",
			       LIMIT_TREE_BYTES);
	return parse(side, w->repo->id_bytes, id, err);
}

static int
read_range(struct side *side, struct index_range rest, struct err *err)
{
	struct index_range below;
	struct tree_entry entry;

	while (index_next(&entry, &below, &rest)) {
		if (array_reserve((void **)&side->entries, &side->cap, side->n + 1, sizeof(*side->entries)) <
			    0 ||
		    array_reserve((void **)&side->below, &side->below_cap, side->n + 1,
				  sizeof(*side->below)) < 0)
			return err_oom(err);
		side->below[side->n] = below;
		side->entries[side->n++] = entry;
	}
	return 0;
}

static bool
is_same(const struct tree_entry *a, const struct tree_entry *b, size_t id_bytes)
{
	return a && b && a->mode == b->mode && a->id && b->id && memcmp(a->id, b->id, id_bytes) == 0;
}

static bool
has_same_entries(const struct side *a, const struct side *b, size_t id_bytes)
{
	bool same = a->n == b->n;

	for (size_t i = 0; same && i < a->n; i++)
		same = slice_eq(a->entries[i].name, b->entries[i].name) &&
		       is_same(&a->entries[i], &b->entries[i], id_bytes);
	return same;
}

/* Holds the tree that the cache tree has for these entries against them. One that is not there, git makes
 * anew. */
static int
check_cached(const struct side *side, struct walk *w, const struct index_range *range, struct err *err)
{
	const struct index_cached *cached = range->cached;
	struct side written = {0};
	struct object_id id;
	bool fits = false;

	if (!cached || !cached->id)
		return 0;
	object_id_from_bytes(&id, cached->id, w->repo->id_bytes);
	if (object_read(&written.object, w->repo, &id, LIMIT_BLOB_BYTES, err) < 0)
		return -1;
	bool missing = written.object.state == OBJECT_MISSING;
	int rc = 0;
	if (written.object.state == OBJECT_READ && written.object.type == OBJECT_TREE) {
		rc = parse(&written, w->repo->id_bytes, &id, err);
		fits = rc == 0 && has_same_entries(side, &written, w->repo->id_bytes);
	}
	free(written.entries);
	object_release(&written.object);
	if (rc < 0)
		return -1;
	if (cached->nentries == range->to - range->from && (fits || missing))
		return 0;
	return err_set(err, ERR_GIT, "the index has trees that are not those of its files: run 'git reset'");
}

static int
side_open(struct side *side, struct walk *w, const struct place *place, struct err *err)
{
	bool has_tree = !object_id_is_none(&place->tree);

	*side = (struct side){0};
	if (!has_tree && !place->range.index)
		return 0;
	if (++w->ntrees > LIMIT_FILES)
		return err_set(err, ERR_LIMIT, "more than %u directories to be compared", LIMIT_FILES);
	if (has_tree)
		return read_tree(side, w, &place->tree, err);
	if (read_range(side, place->range, err) < 0)
		return -1;
	return check_cached(side, w, &place->range, err);
}

static void
side_close(struct side *side, struct walk *w)
{
	w->bytes -= side->object.size;
	free(side->entries);
	free(side->below);
	object_release(&side->object);
}

static int
push(struct walk *w, const struct place *old_place, const struct place *new_place, struct err *err)
{
	if (w->depth == LIMIT_TREE_DEPTH)
		return err_set(err, ERR_LIMIT, "directories nested deeper than %u", LIMIT_TREE_DEPTH);
	if (array_reserve((void **)&w->levels, &w->cap, w->depth + 1, sizeof(*w->levels)) < 0)
		return err_oom(err);
	struct level *level = &w->levels[w->depth++];
	*level = (struct level){.path_len = w->path.len};
	if (side_open(&level->old_side, w, old_place, err) < 0)
		return -1;
	return side_open(&level->new_side, w, new_place, err);
}

static void
pop(struct walk *w)
{
	struct level *level = &w->levels[--w->depth];

	side_close(&level->old_side, w);
	side_close(&level->new_side, w);
}

/* One entry of a level, and the run of the index's entries that it stands for, if it does. */
struct item {
	const struct tree_entry *entry; /* NULL: this side has none of the name */
	const struct index_range *below;
};

static struct item
peek(const struct side *side)
{
	struct item item = {NULL, NULL};

	if (side->at < side->n) {
		item.entry = &side->entries[side->at];
		item.below = side->below ? &side->below[side->at] : NULL;
	}
	return item;
}

/* The next pair of entries with one name; one of them may be none. False: the level is done. */
static bool
take_pair(struct item *a, struct item *b, struct level *level)
{
	*a = peek(&level->old_side);
	*b = peek(&level->new_side);
	if (!a->entry && !b->entry)
		return false;
	int order = !a->entry ? 1 : !b->entry ? -1 : tree_entry_cmp(a->entry, b->entry);
	if (order < 0)
		*b = (struct item){NULL, NULL};
	if (order > 0)
		*a = (struct item){NULL, NULL};
	level->old_side.at += a->entry != NULL;
	level->new_side.at += b->entry != NULL;
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

static struct place
place_of(const struct item *item, size_t id_bytes)
{
	struct place place = {0};

	if (item->below && item->below->from < item->below->to)
		place.range = *item->below;
	else if (item->entry)
		object_id_from_bytes(&place.tree, item->entry->id, id_bytes);
	return place;
}

static int
visit_directory(struct walk *w, const struct item *a, const struct item *b, struct err *err)
{
	struct place was = place_of(a, w->repo->id_bytes), is = place_of(b, w->repo->id_bytes);

	return push(w, &was, &is, err);
}

static int
visit_file(struct walk *w, const struct tree_entry *a, const struct tree_entry *b, struct err *err)
{
	struct entry_side was = side_of(a, w->repo->id_bytes), is = side_of(b, w->repo->id_bytes);

	return entry_collector_add(w->out, buf_slice(&w->path), &was, &is, err);
}

/* Compares one pair: opens two directories, or adds what is different. */
static int
visit(struct walk *w, const struct item *a, const struct item *b, struct err *err)
{
	const struct tree_entry *named = a->entry ? a->entry : b->entry;
	/* They are sorted apart from files: then the other one is a directory, too. */
	bool is_directory = named->mode == MODE_TREE;

	if (is_same(a->entry, b->entry, w->repo->id_bytes))
		return 0;
	buf_add_slice(&w->path, named->name);
	if (is_directory)
		buf_add_char(&w->path, '/');
	if (!buf_ok(&w->path))
		return err_set(err, ERR_LIMIT, "a path longer than %zu bytes", w->path.max);
	return is_directory ? visit_directory(w, a, b, err) : visit_file(w, a->entry, b->entry, err);
}

static int
run(struct walk *w, struct err *err)
{
	struct item a, b;

	while (w->depth > 0) {
		struct level *level = &w->levels[w->depth - 1];
		w->path.len = level->path_len;
		if (!take_pair(&a, &b, level))
			pop(w);
		else if (visit(w, &a, &b, err) < 0)
			return -1;
	}
	return 0;
}

/* Two states as a whole. */
static int
walk(struct entry_collector *out, struct repository *repo, const struct place *was, const struct place *is,
     struct err *err)
{
	struct walk w = {.repo = repo, .out = out, .path = BUF_INIT(LIMIT_PATH_BYTES)};
	int rc = push(&w, was, is, err);

	if (rc == 0)
		rc = run(&w, err);
	while (w.depth > 0)
		pop(&w);
	free(w.levels);
	buf_release(&w.path);
	return rc;
}

int
tree_walk(struct entry_collector *out, struct repository *repo, const struct object_id *old_tree,
	  const struct object_id *new_tree, struct err *err)
{
	struct place was = {.tree = *old_tree}, is = {.tree = *new_tree};

	return object_id_eq(old_tree, new_tree) ? 0 : walk(out, repo, &was, &is, err);
}

int
tree_walk_index(struct entry_collector *out, struct repository *repo, const struct object_id *old_tree,
		const struct index_file *index, struct err *err)
{
	struct place was = {.tree = *old_tree}, is = {.range = index_top(index)};

	return walk(out, repo, &was, &is, err);
}
