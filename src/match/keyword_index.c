#include "match/keyword_index.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"

struct keyword_index {
	const struct prefilter *prefilter;
	struct prefilter *own; /* the same, unless it was there before */
	size_t nrules;
	struct rule_ids {
		uint32_t *ids; /* into all_ids */
		size_t n;
		bool covered;
	} * rules;
	uint32_t *all_ids;
};

static size_t
count_keywords(const struct keyword_list *lists, size_t nrules)
{
	size_t total = 0;

	for (size_t r = 0; r < nrules; r++)
		total += lists[r].n;
	return total;
}

static bool
has_id(const struct rule_ids *rule, uint32_t id)
{
	for (size_t i = 0; i < rule->n; i++)
		if (rule->ids[i] == id)
			return true;
	return false;
}

/* The prefilter's ids of all keywords in order, handed out to their rules. */
static void
assign_ids(struct keyword_index *index, const struct keyword_list *lists)
{
	const uint32_t *ids = prefilter_ids(index->prefilter);
	size_t at = 0;

	for (size_t r = 0; r < index->nrules; r++) {
		struct rule_ids *rule = &index->rules[r];

		rule->ids = index->all_ids + at;
		rule->covered = lists[r].n > 0;
		for (size_t k = 0; k < lists[r].n; k++, at++) {
			rule->covered &= ids[at] != PREFILTER_NONE;
			if (ids[at] != PREFILTER_NONE && !has_id(rule, ids[at]))
				rule->ids[rule->n++] = ids[at];
		}
	}
}

int
keyword_prefilter_new(struct prefilter **out, const struct keyword_list *lists, size_t nrules,
		      struct err *err)
{
	size_t total = count_keywords(lists, nrules), at = 0;
	struct slice *all = malloc((total + 1) * sizeof(*all));

	if (!all)
		return err_oom(err);
	for (size_t r = 0; r < nrules; r++)
		for (size_t k = 0; k < lists[r].n; k++)
			all[at++] = lists[r].items[k];
	int rc = prefilter_new(out, all, total, err);
	free(all);
	return rc;
}

static int
build(struct keyword_index *index, const struct keyword_list *lists, const struct prefilter *prebuilt,
      struct err *err)
{
	size_t total = count_keywords(lists, index->nrules);

	index->rules = calloc(index->nrules + 1, sizeof(*index->rules));
	index->all_ids = malloc((total + 1) * sizeof(*index->all_ids));
	if (!index->rules || !index->all_ids)
		return err_oom(err);
	if (!prebuilt && keyword_prefilter_new(&index->own, lists, index->nrules, err) < 0)
		return -1;
	index->prefilter = prebuilt ? prebuilt : index->own;
	assign_ids(index, lists);
	return 0;
}

int
keyword_index_new(struct keyword_index **out, const struct keyword_list *lists, size_t nrules,
		  const struct prefilter *prebuilt, struct err *err)
{
	struct keyword_index *index = calloc(1, sizeof(*index));

	*out = NULL;
	if (!index)
		return err_oom(err);
	index->nrules = nrules;
	if (build(index, lists, prebuilt, err) < 0) {
		keyword_index_free(index);
		return -1;
	}
	*out = index;
	return 0;
}

void
keyword_index_free(struct keyword_index *index)
{
	if (!index)
		return;
	prefilter_free(index->own);
	free(index->rules);
	free(index->all_ids);
	free(index);
}

bool
keyword_index_covers(const struct keyword_index *index, size_t rule)
{
	return index->rules[rule].covered;
}

size_t
keyword_index_longest(const struct keyword_index *index)
{
	return prefilter_longest(index->prefilter);
}

/* --- hits --- */

static int
reserve_hits(struct keyword_hits *hits, size_t nids)
{
	void *first = hits->first, *starts = hits->starts;

	if (array_reserve(&first, &hits->first_cap, nids + 1, sizeof(*hits->first)) < 0)
		return -1;
	hits->first = first;
	if (array_reserve(&starts, &hits->starts_cap, hits->raw.n + 1, sizeof(*hits->starts)) < 0)
		return -1;
	hits->starts = starts;
	return 0;
}

/* Sorts the hits by id, each id's in the order of the text. */
static void
group_hits(struct keyword_hits *hits, size_t nids)
{
	uint32_t total = 0;

	memset(hits->first, 0, (nids + 1) * sizeof(*hits->first));
	for (size_t i = 0; i < hits->raw.n; i++)
		hits->first[hits->raw.items[i].id]++;
	for (size_t id = 0; id <= nids; id++) {
		uint32_t count = hits->first[id];
		hits->first[id] = total;
		total += count;
	}
	for (size_t i = 0; i < hits->raw.n; i++)
		hits->starts[hits->first[hits->raw.items[i].id]++] = hits->raw.items[i].start;
	for (size_t id = nids; id > 0; id--)
		hits->first[id] = hits->first[id - 1];
	hits->first[0] = 0;
}

int
keyword_index_scan(struct keyword_hits *hits, const struct keyword_index *index, struct slice text,
		   size_t from, size_t to, struct err *err)
{
	size_t nids = prefilter_nids(index->prefilter);

	hits->raw.n = 0;
	hits->raw.full = false;
	if (prefilter_scan(index->prefilter, text, from, to, &hits->raw, err) < 0)
		return -1;
	if (reserve_hits(hits, nids) < 0)
		return err_oom(err);
	group_hits(hits, nids);
	return 0;
}

void
keyword_hits_release(struct keyword_hits *hits)
{
	free(hits->raw.items);
	free(hits->first);
	free(hits->starts);
	*hits = (struct keyword_hits){0};
}

bool
keyword_hits_any(const struct keyword_hits *hits, const struct keyword_index *index, size_t rule)
{
	const struct rule_ids *ids = &index->rules[rule];

	for (size_t i = 0; i < ids->n; i++)
		if (hits->first[ids->ids[i]] < hits->first[ids->ids[i] + 1])
			return true;
	return false;
}

static int
compare_spans(const void *a, const void *b)
{
	const struct keyword_span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

int
keyword_hits_of_rule(struct keyword_spans *out, const struct keyword_hits *hits,
		     const struct keyword_index *index, size_t rule, struct err *err)
{
	const struct rule_ids *ids = &index->rules[rule];
	size_t keywords = 0;

	out->n = 0;
	for (size_t i = 0; i < ids->n; i++) {
		uint32_t first = hits->first[ids->ids[i]], last = hits->first[ids->ids[i] + 1];
		uint32_t length = prefilter_length(index->prefilter, ids->ids[i]);
		void *items = out->items;

		keywords += first < last;
		if (array_reserve(&items, &out->cap, out->n + (last - first), sizeof(*out->items)) < 0)
			return err_oom(err);
		out->items = items;
		for (uint32_t h = first; h < last; h++)
			out->items[out->n++] =
				(struct keyword_span){hits->starts[h], hits->starts[h] + length};
	}
	if (keywords > 1)
		qsort(out->items, out->n, sizeof(*out->items), compare_spans);
	return 0;
}

bool
keyword_spans_within(const struct keyword_spans *spans, size_t *at, size_t start, size_t end)
{
	while (*at < spans->n && spans->items[*at].start < start)
		(*at)++;
	for (size_t i = *at; i < spans->n && spans->items[i].start < end; i++)
		if (spans->items[i].end <= end)
			return true;
	return false;
}

/* --- without an index --- */

static bool
stands_at(struct slice s, size_t at, struct slice keyword)
{
	if (keyword.len == 0 || s.len - at < keyword.len)
		return false;
	for (size_t i = 0; i < keyword.len; i++)
		if (ascii_lower(s.ptr[at + i]) != ascii_lower(keyword.ptr[i]))
			return false;
	return true;
}

bool
keyword_list_find(const struct keyword_list *list, struct slice s)
{
	for (size_t at = 0; at < s.len; at++)
		for (size_t k = 0; k < list->n; k++)
			if (stands_at(s, at, list->items[k]))
				return true;
	return false;
}
