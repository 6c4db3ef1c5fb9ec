/*
 * index_tree.c - the directories that the index speaks of without naming them
 *
 * Worked example. The entries
 *
 *     a.py   lib/x.py   lib/y/z.py   setup.py
 *
 * are the files a.py and setup.py and, between them, the directory lib/ with the second and third
 * entry. When the cache tree knows lib/ as two entries with the id 7c..., a tree that has lib/ with
 * the same id need not be read, nor those entries be looked at.
 *
 * The cache tree is believed as git believes it: `git commit` writes the ids it finds there. Where
 * an id is not that of the other side, tree_walk.c holds it against the entries; its counts are held against
 * them here, as everything would go wrong with them.
 */
#include "change/index_file.h"
#include "change/object.h"

static bool
is_below(const struct index_entry *e, struct slice directory)
{
	return e->path.len >= directory.len && memcmp(e->path.ptr, directory.ptr, directory.len) == 0;
}

/* git's order of the directories in one: the shorter name first. */
static int
compare_names(struct slice a, struct slice b)
{
	if (a.len != b.len)
		return a.len < b.len ? -1 : 1;
	return slice_cmp(a, b);
}

static const struct index_cached *
find_cached(const struct index_cached *in, struct slice name)
{
	size_t from = 0, to = in ? in->nchildren : 0;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = compare_names(in->children[middle].name, name);
		if (order == 0)
			return &in->children[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

/* True when the directory's entries, counted from `from`, are as many as the cache tree says. */
static bool
is_count_right(const struct index_range *rest, const struct index_cached *cached, struct slice directory)
{
	size_t n = cached->nentries;

	if (!cached->id || n == 0 || n > rest->to - rest->from)
		return false;
	const struct index_entry *first = &rest->index->entries[rest->from];
	return is_below(&first[n - 1], directory) &&
	       (n == rest->to - rest->from || !is_below(&first[n], directory));
}

static size_t
find_end(const struct index_range *rest, struct slice directory)
{
	size_t i = rest->from;

	while (i < rest->to && is_below(&rest->index->entries[i], directory))
		i++;
	return i;
}

struct index_range
index_top(const struct index_file *index)
{
	return (struct index_range){.index = index, .cached = index->cached, .to = index->n};
}

static void
take_directory(struct tree_entry *out, struct index_range *below, struct index_range *rest)
{
	const struct index_entry *first = &rest->index->entries[rest->from];
	const struct index_cached *cached = find_cached(rest->cached, out->name);
	struct slice directory = slice_of(first->path.ptr, rest->path_len + out->name.len + 1);
	bool is_right = cached && is_count_right(rest, cached, directory);

	out->mode = MODE_TREE;
	out->id = is_right ? cached->id : NULL;
	*below = (struct index_range){.index = rest->index,
				      .cached = cached,
				      .from = rest->from,
				      .to = is_right ? rest->from + cached->nentries
						     : find_end(rest, directory),
				      .path_len = directory.len};
	rest->from = below->to;
}

bool
index_next(struct tree_entry *out, struct index_range *below, struct index_range *rest)
{
	if (rest->from == rest->to)
		return false;
	const struct index_entry *e = &rest->index->entries[rest->from];
	struct slice tail = slice_sub(e->path, rest->path_len, e->path.len);
	size_t slash = slice_chr(tail, '/');

	*below = (struct index_range){.index = rest->index};
	*out = (struct tree_entry){.mode = e->mode, .name = slice_sub(tail, 0, slash), .id = e->id};
	if (slash == (size_t)-1 || (e->mode == MODE_TREE && slash + 1 == tail.len))
		rest->from++;
	else
		take_directory(out, below, rest);
	return true;
}
