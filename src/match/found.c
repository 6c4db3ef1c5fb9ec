#include "match/found.h"

#include <stdlib.h>

#include "base/buf.h"

int
found_add(struct found_list *list, const struct found *found, const struct range *range, struct arena *arena,
	  struct err *err)
{
	struct binding *bindings = arena_array(arena, range->nbindings, sizeof(*bindings));
	struct match_step *trace = arena_array(arena, range->ntrace, sizeof(*trace));
	void *items = list->items;

	if (!bindings || !trace)
		return err_oom(err);
	if (range->ntrace > 0)
		memcpy(trace, range->trace, range->ntrace * sizeof(*trace));
	for (size_t i = 0; i < range->nbindings; i++) {
		bindings[i].value = range->bindings[i].value;
		bindings[i].constant = slice_of(NULL, 0); /* lives no longer than the window */
		if (arena_dup(&bindings[i].name, arena, range->bindings[i].name) < 0)
			return err_oom(err);
	}
	if (array_reserve(&items, &list->cap, list->n + 1, sizeof(*list->items)) < 0)
		return err_oom(err);
	list->items = items;
	struct found *added = &list->items[list->n];
	*added = *found;
	added->sequence = list->n++;
	added->match.start = range->start;
	added->match.end = range->end;
	added->match.span_start = range->span_start;
	added->match.span_end = range->span_end;
	added->match.bindings = bindings;
	added->match.nbindings = range->nbindings;
	added->match.trace = trace;
	added->match.ntrace = range->ntrace;
	return 0;
}

static int
order(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int
compare(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	int by = order(x->rule, y->rule);

	by = by ? by : order(x->match.start, y->match.start);
	by = by ? by : order(x->match.end, y->match.end);
	by = by ? by : order(x->match.encoding != NULL, y->match.encoding != NULL);
	by = by ? by : order(y->changed, x->changed);
	return by ? by : order(x->sequence, y->sequence);
}

static bool
is_same(const struct found *a, const struct found *b)
{
	return a->rule == b->rule && a->match.start == b->match.start && a->match.end == b->match.end;
}

/*
 * Whether what was decoded for a match is reported by the same rule anyway, as it stands or with fewer
 * encodings undone: items are sorted, reach is where those before it end.
 */
static bool
is_told(const struct found_list *list, size_t i, uint32_t reach)
{
	const struct found *found = &list->items[i];

	if (!found->match.encoding)
		return false;
	if (reach > found->match.start)
		return true;
	for (size_t k = i + 1; k < list->n && list->items[k].rule == found->rule; k++) {
		const struct match *next = &list->items[k].match;
		if (next->start >= found->match.end)
			return false;
		if (!next->encoding)
			return true;
	}
	return false;
}

void
found_sort(struct found_list *list)
{
	if (list->n > 0)
		qsort(list->items, list->n, sizeof(*list->items), compare);
}

int
found_deliver(struct found_list *list, struct match_list *out, struct err *err)
{
	void *items = out->items;
	uint32_t reach = 0;

	if (list->n == 0)
		return 0;
	if (array_reserve(&items, &out->cap, out->n + list->n, sizeof(*out->items)) < 0)
		return err_oom(err);
	out->items = items;
	for (size_t i = 0; i < list->n; i++) {
		const struct found *found = &list->items[i];

		if (i == 0 || list->items[i - 1].rule != found->rule)
			reach = 0;
		if ((i > 0 && is_same(&list->items[i - 1], found)) || is_told(list, i, reach))
			continue;
		out->items[out->n++] = found->match;
		if (found->match.end > reach)
			reach = found->match.end;
	}
	return 0;
}
