#include "finding/history.h"

#include <stdlib.h>

#include "base/buf.h"

#define FIRST_BUCKETS 64u
#define PATHS_LOOKED  64u /* removed lines of one hash whose path is compared */

void
history_init(struct history *history)
{
	*history = (struct history){0};
	arena_init(&history->arena);
}

void
history_release(struct history *history)
{
	free(history->items);
	free(history->by_print);
	free(history->by_line);
	arena_release(&history->arena);
	history_init(history);
}

static void
link_item(struct history *h, size_t i)
{
	struct history_item *item = &h->items[i];
	uint32_t *print = &h->by_print[item->print_key & (h->nbuckets - 1)];
	uint32_t *line = &h->by_line[item->line_key & (h->nbuckets - 1)];

	item->next_print = *print;
	*print = (uint32_t)i + 1;
	if (item->nlines == 0)
		return;
	item->next_line = *line;
	*line = (uint32_t)i + 1;
}

/* Twice as many buckets; every item is linked anew. */
static int
grow(struct history *h, struct err *err)
{
	size_t n = h->nbuckets ? h->nbuckets * 2 : FIRST_BUCKETS;
	uint32_t *by_print = calloc(n, sizeof(*by_print)), *by_line = calloc(n, sizeof(*by_line));

	if (!by_print || !by_line) {
		free(by_print);
		free(by_line);
		return err_oom(err);
	}
	free(h->by_print);
	free(h->by_line);
	h->by_print = by_print;
	h->by_line = by_line;
	h->nbuckets = n;
	for (size_t i = 0; i < h->n; i++)
		link_item(h, i);
	return 0;
}

static uint64_t
print_key(const struct finding *finding, struct line_key key)
{
	return fingerprint_line_keyed(slice_str(finding_identity(finding)), key) ^
	       fingerprint_line_keyed(finding->path, (struct line_key){key.k1, key.k0});
}

int
history_add(struct history *h, struct finding_list findings, size_t index, const uint64_t *lines,
	    size_t nlines, struct line_key key, struct err *err)
{
	void *items = h->items;
	uint64_t *copy = arena_array(&h->arena, nlines, sizeof(*copy));

	if (!copy || h->n >= UINT32_MAX - 1 ||
	    array_reserve(&items, &h->cap, h->n + 1, sizeof(*h->items)) < 0)
		return err_oom(err);
	h->items = items;
	if (nlines > 0)
		memcpy(copy, lines, nlines * sizeof(*copy));
	h->items[h->n] = (struct history_item){
		.index = index,
		.print_key = print_key(&findings.items[index], key),
		.line_key = nlines > 0 ? lines[0] : 0,
		.lines = copy,
		.nlines = nlines,
	};
	if (h->n >= h->nbuckets && grow(h, err) < 0)
		return -1;
	link_item(h, h->n++);
	return 0;
}

struct finding *
history_find(const struct history *h, struct finding_list findings, const struct finding *finding,
	     struct line_key key)
{
	uint64_t wanted = print_key(finding, key);

	if (h->nbuckets == 0)
		return NULL;
	for (uint32_t at = h->by_print[wanted & (h->nbuckets - 1)]; at; at = h->items[at - 1].next_print) {
		const struct history_item *item = &h->items[at - 1];
		if (item->print_key != wanted || item->index >= findings.n)
			continue;
		struct finding *earlier = findings.items + item->index;
		if (strcmp(finding_identity(earlier), finding_identity(finding)) == 0 &&
		    slice_eq(earlier->path, finding->path) && !slice_eq(earlier->commit, finding->commit))
			return earlier;
	}
	return NULL;
}

static const struct history_item *
next_with_line(const struct history *h, uint32_t at, uint64_t line)
{
	for (; at; at = h->items[at - 1].next_line)
		if (h->items[at - 1].line_key == line)
			return &h->items[at - 1];
	return NULL;
}

static const struct history_item *
first_with_line(const struct history *h, uint64_t line)
{
	return h->nbuckets ? next_with_line(h, h->by_line[line & (h->nbuckets - 1)], line) : NULL;
}

bool
history_watches(const struct history *h, const struct moved_table *removed)
{
	for (size_t i = 0; h->n > 0 && i < removed->n; i++)
		if (first_with_line(h, removed->lines[i].hash))
			return true;
	return false;
}

/* One hash's removed lines, and what is known about the comparison. */
struct removal {
	struct finding_list findings;
	const struct moved_table *removed;
	size_t from, to; /* run of the hash in removed */
	const struct kept_line *kept;
	size_t nkept;
	struct slice commit;
};

static bool
all_lines_gone(const struct removal *r, const struct history_item *item)
{
	size_t from, to;

	for (size_t i = 1; i < item->nlines; i++)
		if (!moved_find(r->removed, item->lines[i], &from, &to))
			return false;
	return true;
}

/* Is a removed line left that the rule did not see again among the added ones? */
static bool
is_taken_out(const struct removal *r, const struct history_item *item)
{
	const struct rule *rule = r->findings.items[item->index].rule;
	size_t kept = 0;

	for (size_t i = 0; i < r->nkept; i++)
		kept += r->kept[i].rule == rule && r->kept[i].hash == item->line_key;
	return kept < r->to - r->from && all_lines_gone(r, item);
}

static bool
lost_in_path(const struct removal *r, struct slice path)
{
	size_t to = r->to - r->from > PATHS_LOOKED ? r->from + PATHS_LOOKED : r->to;

	for (size_t i = r->from; i < to; i++)
		if (slice_eq(r->removed->files[r->removed->lines[i].file].path, path))
			return true;
	return false;
}

/* Marks the findings of one hash; only_paths: those in a file that lost the line. Returns their number. */
static size_t
mark(const struct history *h, const struct removal *r, bool only_paths)
{
	uint64_t line = r->removed->lines[r->from].hash;
	size_t marked = 0;

	for (const struct history_item *item = first_with_line(h, line); item;
	     item = next_with_line(h, item->next_line, line)) {
		if (item->index >= r->findings.n)
			continue;
		struct finding *f = &r->findings.items[item->index];
		if (f->removed_in.len > 0 || !is_taken_out(r, item) ||
		    (only_paths && !lost_in_path(r, f->path)))
			continue;
		f->removed_in = r->commit;
		marked++;
	}
	return marked;
}

void
history_remove(struct history *h, struct finding_list findings, const struct moved_table *removed,
	       const struct kept_line *kept, size_t nkept, struct slice commit)
{
	struct removal r = {findings, removed, 0, 0, kept, nkept, commit};

	for (; h->n > 0 && r.from < removed->n; r.from = r.to) {
		uint64_t hash = removed->lines[r.from].hash;
		for (r.to = r.from + 1; r.to < removed->n && removed->lines[r.to].hash == hash;)
			r.to++;
		if (first_with_line(h, hash) && mark(h, &r, true) == 0)
			mark(h, &r, false); /* the file was renamed in between */
	}
}
