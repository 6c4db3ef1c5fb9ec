#include "finding/moved.h"

#include <stdlib.h>

#include "base/buf.h"

/* Removed lines of one hash that are looked at for one that a rule reported. */
#define LINES_LOOKED 64u

void
moved_init(struct moved_table *table, struct line_key key)
{
	*table = (struct moved_table){.key = key};
	arena_init(&table->arena);
}

void
moved_release(struct moved_table *table)
{
	free(table->lines);
	free(table->used_by);
	free(table->files);
	free(table->reports);
	arena_release(&table->arena);
	moved_init(table, table->key);
}

void
moved_clear(struct moved_table *table)
{
	table->n = 0;
	table->nfiles = 0;
	table->nreports = 0;
	table->sorted = false;
	arena_clear(&table->arena);
}

static int
add_file(struct moved_table *table, const struct change *change, enum language lang, struct err *err)
{
	void *files = table->files;

	if (table->nfiles >= MOVED_NONE - 1 ||
	    array_reserve(&files, &table->files_cap, table->nfiles + 1, sizeof(*table->files)) < 0)
		return err_oom(err);
	table->files = files;
	struct moved_file *file = &table->files[table->nfiles];
	file->lang = lang;
	if (arena_dup(&file->path, &table->arena, change->entry.old_path) < 0)
		return err_oom(err);
	table->nfiles++;
	return 0;
}

static int
add_line(struct moved_table *table, const struct text *text, uint32_t line, uint32_t file, struct err *err)
{
	struct slice s = text_line(text, line);
	void *lines = table->lines;

	if (fingerprint_is_trivial(s))
		return 0;
	if (table->n >= MOVED_NONE - 1 ||
	    array_reserve(&lines, &table->cap, table->n + 1, sizeof(*table->lines)) < 0)
		return err_oom(err);
	table->lines = lines;
	table->lines[table->n++] = (struct removed_line){
		fingerprint_line_keyed(s, table->key),
		file,
		text_number(text, line),
	};
	return 0;
}

int
moved_add(struct moved_table *table, uint32_t *file, const struct change *change, enum language old_lang,
	  struct err *err)
{
	if (add_file(table, change, old_lang, err) < 0)
		return -1;
	*file = (uint32_t)(table->nfiles - 1);
	for (size_t i = 0; i < change->removed.n; i++) {
		struct line_range range = change->removed.ranges[i];
		for (uint32_t line = range.first; line <= range.last; line++)
			if (add_line(table, &change->old_text, line, *file, err) < 0)
				return -1;
	}
	return 0;
}

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

static int
compare_reports(const void *a, const void *b)
{
	const struct moved_report *x = a, *y = b;

	if (x->file != y->file)
		return ORDER(x->file, y->file);
	return x->line != y->line ? ORDER(x->line, y->line) : ORDER((uintptr_t)x->rule, (uintptr_t)y->rule);
}

/* Its lines from first to last that are removed. */
static int
add_lines(struct moved_table *table, uint32_t file, const struct change *change, const struct match *match,
	  struct line_range lines, struct err *err)
{
	const struct text *text = &change->old_text;

	for (uint32_t line = lines.first; line <= lines.last; line++) {
		void *reports = table->reports;
		if (!line_set_has(&change->removed, line))
			continue;
		if (array_reserve(&reports, &table->reports_cap, table->nreports + 1,
				  sizeof(*table->reports)) < 0)
			return err_oom(err);
		table->reports = reports;
		table->reports[table->nreports++] = (struct moved_report){
			file,
			text_number(text, line),
			match->rule,
		};
	}
	return 0;
}

/* The removed lines of one match. */
static int
add_report(struct moved_table *table, uint32_t file, const struct change *change, const struct match *match,
	   struct err *err)
{
	const struct text *text = &change->old_text;
	struct line_range lines = fingerprint_lines(text, match->start, match->end);
	struct line_range span = fingerprint_lines(text, match->span_start, match->span_end);
	const struct line_set *own = &match->makeup.own;

	for (size_t i = 0; i < own->n; i++)
		if (add_lines(table, file, change, match, own->ranges[i], err) < 0)
			return -1;
	if (own->n > 0)
		return 0;
	span.first = span.first < lines.first ? span.first : lines.first;
	span.last = span.last > lines.last ? span.last : lines.last;
	return add_lines(table, file, change, match, span, err);
}

int
moved_add_reports(struct moved_table *table, uint32_t file, const struct change *change,
		  const struct match_list *reported, struct err *err)
{
	size_t from = table->nreports;

	for (size_t i = 0; i < reported->n; i++)
		if (add_report(table, file, change, &reported->items[i], err) < 0)
			return -1;
	if (table->nreports == from)
		return 0;
	/* Files mostly come in order, so that sorting the last one's part sorts all. */
	if (from > 0 && table->reports[from - 1].file >= file)
		from = 0;
	qsort(table->reports + from, table->nreports - from, sizeof(*table->reports), compare_reports);
	return 0;
}

bool
moved_was_reported(const struct moved_table *table, uint32_t file, uint32_t line, const struct rule *rule)
{
	const struct moved_report wanted = {file, line, rule};

	return table->nreports > 0 &&
	       bsearch(&wanted, table->reports, table->nreports, sizeof(wanted), compare_reports) != NULL;
}

static int
compare_lines(const void *a, const void *b)
{
	const struct removed_line *x = a, *y = b;

	if (x->hash != y->hash)
		return ORDER(x->hash, y->hash);
	return x->file != y->file ? ORDER(x->file, y->file) : ORDER(x->line, y->line);
}

int
moved_sort(struct moved_table *table, struct err *err)
{
	void *used = table->used_by;

	if (table->sorted)
		return 0;
	if (array_reserve(&used, &table->used_cap, table->n, sizeof(*table->used_by)) < 0)
		return err_oom(err);
	table->used_by = used;
	table->sorted = true;
	if (table->n == 0)
		return 0;
	memset(table->used_by, 0, table->n * sizeof(*table->used_by));
	qsort(table->lines, table->n, sizeof(*table->lines), compare_lines);
	return 0;
}

/* The first index whose hash is not below this one. */
static size_t
lower_bound(const struct moved_table *table, uint64_t hash)
{
	size_t low = 0, high = table->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (table->lines[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
moved_find(const struct moved_table *table, uint64_t hash, size_t *from, size_t *to)
{
	*from = lower_bound(table, hash);
	*to = hash == UINT64_MAX ? table->n : lower_bound(table, hash + 1);
	return *from < *to;
}

static int
compare_queries(const void *a, const void *b)
{
	const struct moved_query *x = *(struct moved_query *const *)a, *y = *(struct moved_query *const *)b;

	if (x->hash != y->hash)
		return ORDER(x->hash, y->hash);
	return x->file != y->file ? ORDER(x->file, y->file) : ORDER(x->line, y->line);
}

static bool
same_line(const struct moved_query *a, const struct moved_query *b)
{
	return a->hash == b->hash && a->file == b->file && a->line == b->line;
}

static bool
reported(const struct moved_table *table, size_t line, const struct rule *rule)
{
	const struct removed_line *l = &table->lines[line];

	return moved_was_reported(table, l->file, l->line, rule);
}

bool
moved_may_have(const struct moved_table *table, uint64_t hash, const struct rule *rule)
{
	size_t from, to;

	if (!moved_find(table, hash, &from, &to))
		return false;
	for (size_t i = from; i < to; i++)
		if (i - from == LINES_LOOKED || reported(table, i, rule))
			return true;
	return false;
}

/* One pass over queries and removed lines of one hash, both in order. */
static void
pair_run(struct moved_table *table, struct moved_query **queries, size_t n, size_t from, size_t to,
	 const struct rule *rule, uint32_t user, bool same_file)
{
	for (size_t i = 0; i < n; i++) {
		struct moved_query *q = queries[i];
		if (i > 0 && same_line(queries[i - 1], q))
			q->partner = queries[i - 1]->partner;
		if (q->partner != MOVED_NONE)
			continue;
		while (from < to && ((same_file && table->lines[from].file < q->file) ||
				     table->used_by[from] == user || !reported(table, from, rule)))
			from++;
		if (from == to)
			continue;
		if (same_file && table->lines[from].file != q->file)
			continue;
		table->used_by[from] = user;
		q->partner = (uint32_t)from++;
	}
}

void
moved_pair(struct moved_table *table, struct moved_query **queries, size_t n, const struct rule *rule,
	   uint32_t user)
{
	size_t from, to, end;

	if (n > 0)
		qsort(queries, n, sizeof(*queries), compare_queries);
	for (size_t i = 0; i < n; i++)
		queries[i]->partner = MOVED_NONE;
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n && queries[end]->hash == queries[i]->hash;)
			end++;
		if (!moved_find(table, queries[i]->hash, &from, &to))
			continue;
		pair_run(table, queries + i, end - i, from, to, rule, user, true);
		pair_run(table, queries + i, end - i, from, to, rule, user, false);
	}
}
