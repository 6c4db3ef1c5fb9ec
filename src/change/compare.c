#include "change/compare.h"

#include <stdlib.h>

#include "base/limits.h"
#include "change/diff.h"
#include "change/lines.h"
#include "change/renames.h"

/* What differs from a further base, found by the path it has here or had there. */
struct other_base {
	const struct entry **present; /* all but deletions, by new path */
	size_t npresent;
	const struct entry **gone; /* deletions and renames, by old path */
	size_t ngone;
};

static int
compare_new_paths(const void *a, const void *b)
{
	return slice_cmp((*(const struct entry *const *)a)->new_path,
			 (*(const struct entry *const *)b)->new_path);
}

static int
compare_old_paths(const void *a, const void *b)
{
	return slice_cmp((*(const struct entry *const *)a)->old_path,
			 (*(const struct entry *const *)b)->old_path);
}

static int
index_base(struct other_base *base, struct arena *arena, const struct entry_list *entries, struct err *err)
{
	base->present = arena_array(arena, entries->n, sizeof(*base->present));
	base->gone = arena_array(arena, entries->n, sizeof(*base->gone));
	if (!base->present || !base->gone)
		return err_oom(err);
	for (size_t i = 0; i < entries->n; i++) {
		const struct entry *e = &entries->items[i];
		if (e->status != ENTRY_DELETED)
			base->present[base->npresent++] = e;
		if (e->status == ENTRY_DELETED || e->status == ENTRY_RENAMED)
			base->gone[base->ngone++] = e;
	}
	qsort(base->present, base->npresent, sizeof(*base->present), compare_new_paths);
	qsort(base->gone, base->ngone, sizeof(*base->gone), compare_old_paths);
	return 0;
}

/* The difference from a further base that concerns an entry's path; NULL: there the path is the same. */
static const struct entry *
counterpart(const struct other_base *base, const struct entry *e)
{
	const struct entry *const *found;

	if (e->status == ENTRY_DELETED)
		found = bsearch(&e, base->gone, base->ngone, sizeof(*base->gone), compare_old_paths);
	else
		found = bsearch(&e, base->present, base->npresent, sizeof(*base->present), compare_new_paths);
	return found ? *found : NULL;
}

static bool
differs_from_all(const struct comparison *c, const struct entry *e)
{
	for (size_t i = 0; i < c->nothers; i++)
		if (!counterpart(&c->others[i], e))
			return false;
	return true;
}

/* Drops what another base has too. Of a rename whose new side is known the deletion may remain. */
static void
filter(struct comparison *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->entries.n; i++) {
		struct entry e = c->entries.items[i];
		if (!differs_from_all(c, &e)) {
			if (e.status != ENTRY_RENAMED)
				continue;
			e = (struct entry){.status = ENTRY_DELETED,
					   .old_mode = e.old_mode,
					   .old_id = e.old_id,
					   .old_path = e.old_path};
			if (!differs_from_all(c, &e))
				continue;
		}
		c->entries.items[kept++] = e;
	}
	c->entries.n = kept;
}

static int
list_entries(struct entry_list *out, struct comparison *c, const struct object_id *base,
	     const struct object_id *new_tree, struct err *err)
{
	if (new_tree)
		return entries_of_trees(out, &c->arena, c->repo, base, new_tree, err);
	return entries_of_index(out, &c->arena, c->repo, base, err);
}

struct path_list {
	struct slice *items;
	size_t n;
};

static int
compare_paths(const void *a, const void *b)
{
	return slice_cmp(*(const struct slice *)a, *(const struct slice *)b);
}

/* The paths of the new state that differ from a base, sorted. */
static int
changed_paths(struct path_list *out, struct arena *arena, const struct entry_list *list, struct err *err)
{
	out->items = arena_array(arena, list->n, sizeof(*out->items));
	if (!out->items)
		return err_oom(err);
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i].status != ENTRY_DELETED)
			out->items[out->n++] = list->items[i].new_path;
	qsort(out->items, out->n, sizeof(*out->items), compare_paths);
	return 0;
}

/*
 * Drops the files that came since one base and that another base has as they
 * are: filter() would, but only after the costly search for what they were
 * renamed from. (A long-lived branch merged: 2,400 paths against one parent, 3 against the other.)
 */
static void
drop_known_additions(struct entry_list *list, const struct path_list *changed, size_t nbases)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct entry *e = &list->items[i];
		bool is_new = true;
		for (size_t j = 0; is_new && e->status == ENTRY_ADDED && j < nbases; j++)
			is_new = bsearch(&e->new_path, changed[j].items, changed[j].n,
					 sizeof(*changed[j].items), compare_paths) != NULL;
		if (is_new)
			list->items[kept++] = *e;
	}
	list->n = kept;
}

static int
list_bases(struct comparison *c, const struct object_id *bases, size_t nbases,
	   const struct object_id *new_tree, struct err *err)
{
	struct entry_list *lists = arena_array(&c->arena, nbases, sizeof(*lists));
	struct path_list *changed = arena_array(&c->arena, nbases, sizeof(*changed));

	c->others = arena_array(&c->arena, nbases - 1, sizeof(*c->others));
	if (!lists || !changed || !c->others)
		return err_oom(err);
	for (size_t i = 0; i < nbases; i++) {
		if (list_entries(&lists[i], c, &bases[i], new_tree, err) < 0 ||
		    changed_paths(&changed[i], &c->arena, &lists[i], err) < 0)
			return -1;
		if (lists[i].n == 0) /* the same as this base: nothing is new */
			return 0;
	}
	for (size_t i = 0; i < nbases; i++) {
		drop_known_additions(&lists[i], changed, nbases);
		if (renames_find(&lists[i], c->repo, err) < 0)
			return -1;
	}
	c->entries = lists[0];
	for (size_t i = 1; i < nbases; i++, c->nothers++)
		if (index_base(&c->others[i - 1], &c->arena, &lists[i], err) < 0)
			return -1;
	filter(c);
	return 0;
}

static int
list_base(struct comparison *c, const struct object_id *base, const struct object_id *new_tree,
	  struct err *err)
{
	if (list_entries(&c->entries, c, base, new_tree, err) < 0)
		return -1;
	return renames_find(&c->entries, c->repo, err);
}

int
comparison_open(struct comparison *c, struct repository *repo, const struct object_id *bases, size_t nbases,
		const struct object_id *new_tree, struct err *err)
{
	static const struct object_id nothing = {""};

	*c = (struct comparison){.repo = repo, .arena = ARENA_INIT};
	if (nbases > LIMIT_BASES)
		nbases = LIMIT_BASES;
	int rc = nbases > 1 ? list_bases(c, bases, nbases, new_tree, err)
			    : list_base(c, nbases > 0 ? bases : &nothing, new_tree, err);
	if (rc == 0)
		return 0;
	comparison_release(c);
	return -1;
}

void
comparison_release(struct comparison *c)
{
	expansion_end(&c->expansion);
	blob_release(&c->old_blob);
	blob_release(&c->new_blob);
	arena_release(&c->arena);
	*c = (struct comparison){0};
}

static bool
is_gitlink(const struct entry *e)
{
	return (e->new_mode != 0 ? e->new_mode : e->old_mode) == MODE_GITLINK;
}

/* A side's bytes. 1, 0 with the reason in change->skipped, -1. An absent side has no bytes. */
static int
read_side(struct blob *blob, struct comparison *c, struct arena *arena, struct change *change,
	  const struct object_id *id, uint32_t mode, struct err *err)
{
	*blob = (struct blob){.bytes = SLICE_LITERAL("")};
	if (mode == 0 || mode == MODE_GITLINK)
		return 1;
	int rc = blob_read(blob, &change->skipped, arena, c->repo, id, OBJECT_BLOB, err);
	change->incomplete = rc == 0;
	return rc;
}

/* As text_decode(), but 0 with the reason in change->skipped for a text beyond a limit. */
static int
decode(struct text *out, struct arena *arena, struct change *change, struct slice bytes, struct err *err)
{
	struct err why = ERR_INIT;

	if (text_decode(out, arena, bytes, &why) == 0)
		return 1;
	if (why.code != ERR_LIMIT)
		return err_set(err, why.code, "%s", why.msg);
	*out = (struct text){0};
	change->skipped = arena_strndup(arena, why.msg, strlen(why.msg));
	change->incomplete = true;
	return change->skipped ? 0 : err_oom(err);
}

/* Both texts of the change. 1, 0: skipped, -1. */
static int
load_texts(struct comparison *c, struct arena *arena, struct change *change, struct err *err)
{
	const struct entry *e = &change->entry;
	int rc = read_side(&c->old_blob, c, arena, change, &e->old_id, e->old_mode, err);

	if (rc == 1)
		rc = read_side(&c->new_blob, c, arena, change, &e->new_id, e->new_mode, err);
	if (rc != 1)
		return rc;
	bool stays = e->new_mode != 0;
	struct slice bytes = stays ? c->new_blob.bytes : c->old_blob.bytes;
	if (text_is_binary(bytes) && !(c->is_text && c->is_text(stays ? e->new_path : e->old_path, bytes))) {
		change->skipped = "binary";
		return 0;
	}
	rc = decode(&change->new_text, arena, change, c->new_blob.bytes, err);
	return rc == 1 ? decode(&change->old_text, arena, change, c->old_blob.bytes, err) : rc;
}

static int
set_hunks(struct change *change, struct arena *arena, struct err *err)
{
	struct hunk *hunks;

	if (diff_texts(&hunks, &change->nhunks, arena, &change->old_text, &change->new_text, err) < 0)
		return -1;
	change->hunks = hunks;
	if (diff_added(&change->added, arena, hunks, change->nhunks, err) < 0)
		return -1;
	return diff_removed(&change->removed, arena, hunks, change->nhunks, err);
}

/* Takes out of added and removed what is no difference from this base. */
static int
narrow_to(struct change *change, struct arena *arena, const struct text *base, struct err *err)
{
	struct line_set added, removed;
	struct hunk *hunks;
	size_t n;

	if (diff_texts(&hunks, &n, arena, base, &change->new_text, err) < 0 ||
	    diff_added(&added, arena, hunks, n, err) < 0 || diff_removed(&removed, arena, hunks, n, err) < 0)
		return -1;
	if (line_set_intersect(&change->added, arena, &change->added, &added, err) < 0)
		return -1;
	return lines_also_in(&change->removed, arena, &change->old_text, base, &removed, err);
}

/* One further base: its text is read, used and forgotten. 1, 0: skipped, -1. */
static int
narrow(struct comparison *c, struct arena *arena, struct change *change, const struct other_base *other,
       struct err *err)
{
	const struct entry *there = counterpart(other, &change->entry);
	struct text text = {0};
	struct blob blob;

	int rc = read_side(&blob, c, arena, change, &there->old_id, there->old_mode, err);
	if (rc == 1)
		rc = decode(&text, arena, change, blob.bytes, err);
	if (rc == 1 && narrow_to(change, arena, &text, err) < 0)
		rc = -1;
	blob_release(&blob);
	return rc;
}

/* 1, 0: skipped, -1. */
static int
load(struct comparison *c, struct arena *arena, struct change *change, struct err *err)
{
	if (is_gitlink(&change->entry)) {
		change->skipped = "submodule";
		return 0;
	}
	int rc = load_texts(c, arena, change, err);
	if (rc != 1)
		return rc;
	if (set_hunks(change, arena, err) < 0)
		return -1;
	for (size_t i = 0; rc == 1 && i < c->nothers; i++)
		rc = narrow(c, arena, change, &c->others[i], err);
	return rc;
}

/* A skipped change has nothing but its entry and the reason. */
static void
forget_content(struct change *change)
{
	change->old_text = (struct text){0};
	change->new_text = (struct text){0};
	change->hunks = NULL;
	change->nhunks = 0;
	change->added = (struct line_set){0};
	change->removed = (struct line_set){0};
}

_Static_assert(LIMIT_ARCHIVE_BYTES == 16u << 20, "the sentence names the number");

/* What is no text may hold some. 1 or -1. */
static int
open_archive(struct comparison *c, struct arena *arena, struct change *change, struct err *err)
{
	if (!c->opens_archives || !change->skipped || change->incomplete || c->new_blob.bytes.len == 0)
		return 1;
	if (archive_is_too_long(c->new_blob.bytes))
		change->skipped = "binary; an archive of more than 16 MiB is not looked into";
	int rc = expansion_begin(&c->expansion, &change->entry, c->old_blob.bytes, c->new_blob.bytes, err);
	if (rc <= 0)
		return rc < 0 ? -1 : 1;
	change->skipped = NULL;
	return expansion_next(&c->expansion, arena, change, err);
}

int
comparison_next(struct comparison *c, struct arena *arena, struct change *change, struct err *err)
{
	change->kind = CHANGE_FILE;
	if (c->expansion.active)
		return expansion_next(&c->expansion, arena, change, err);
	blob_release(&c->old_blob);
	blob_release(&c->new_blob);
	if (c->at == c->entries.n)
		return 0;
	change->entry = c->entries.items[c->at++];
	int rc = load(c, arena, change, err);
	if (rc < 0)
		return -1;
	if (rc == 0)
		forget_content(change);
	return open_archive(c, arena, change, err);
}

bool
comparison_unread(struct comparison *c, struct slice *path)
{
	if (c->expansion.active) {
		*path = c->expansion.entry.new_path;
		expansion_end(&c->expansion);
		return true;
	}
	if (c->at == c->entries.n)
		return false;
	const struct entry *entry = &c->entries.items[c->at++];
	*path = entry->new_path.len > 0 ? entry->new_path : entry->old_path;
	return true;
}

int
change_of_bytes(struct change *change, struct arena *arena, struct slice old_bytes, struct slice new_bytes,
		struct err *err)
{
	int rc = decode(&change->new_text, arena, change, new_bytes, err);

	if (rc == 1)
		rc = decode(&change->old_text, arena, change, old_bytes, err);
	return rc == 1 ? set_hunks(change, arena, err) : rc;
}

int
change_of_new_text(struct change *change, struct arena *arena, struct slice bytes, struct err *err)
{
	change->entry.status = ENTRY_ADDED;
	change->entry.new_mode = MODE_FILE;
	return change_of_bytes(change, arena, slice_of("", 0), bytes, err);
}
