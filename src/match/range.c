#include "match/range.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/limits.h"
#include "match/source.h"

int
range_list_add(struct range_list *list, const struct range *range, struct err *err)
{
	void *items = list->items;

	if (list->n >= LIMIT_RANGES) {
		list->full = true;
		return 0;
	}
	if (array_reserve(&items, &list->cap, list->n + 1, sizeof(*list->items)) < 0)
		return err_oom(err);
	list->items = items;
	list->items[list->n++] = *range;
	return 0;
}

int
range_list_append(struct range_list *list, const struct range_list *more, struct err *err)
{
	list->full |= more->full;
	for (size_t i = 0; i < more->n; i++)
		if (range_list_add(list, &more->items[i], err) < 0)
			return -1;
	return 0;
}

bool
binding_find(struct slice *value, const struct binding *bindings, size_t n, struct slice name)
{
	for (size_t i = 0; i < n; i++)
		if (slice_eq(bindings[i].name, name)) {
			*value = bindings[i].value;
			return true;
		}
	return false;
}

int
range_whole(struct range *range, struct arena *arena, struct err *err)
{
	struct piece *all = arena_alloc(arena, sizeof(*all));

	if (!all)
		return err_oom(err);
	*all = (struct piece){range->start, range->end};
	range->own = (struct pieces){all, 1};
	return 0;
}

/* Two lists are compared pair by pair. */
static bool
are_too_many(const struct range_list *a, const struct range_list *b)
{
	return (uint64_t)a->n * b->n > LIMIT_RANGE_PAIRS;
}

/* --- intersection --- */

static bool
is_inside(const struct range *inner, const struct range *outer)
{
	return inner->start >= outer->start && inner->end <= outer->end;
}

static bool
is_numbered(struct slice name)
{
	return name.len > 1 && ascii_is_digit(name.ptr[1]);
}

bool
range_agrees(const struct range *a, const struct range *b)
{
	struct slice value;

	for (size_t i = 0; i < a->nbindings; i++) {
		const struct binding *binding = &a->bindings[i];
		if (!is_numbered(binding->name) &&
		    binding_find(&value, b->bindings, b->nbindings, binding->name) &&
		    !source_equal(value, binding->value))
			return false;
	}
	return true;
}

/* The bindings of both; `later` comes first and hides the same names of `earlier`. */
static int
merge_bindings(struct range *out, const struct range *earlier, const struct range *later, struct arena *arena,
	       struct err *err)
{
	size_t n = earlier->nbindings + later->nbindings;

	if (earlier->nbindings == 0 || later->nbindings == 0) {
		const struct range *only = later->nbindings ? later : earlier;
		out->bindings = only->bindings;
		out->nbindings = only->nbindings;
		return 0;
	}
	struct binding *all = arena_array(arena, n, sizeof(*all));
	if (!all)
		return err_oom(err);
	struct slice value;
	size_t count = later->nbindings;
	memcpy(all, later->bindings, count * sizeof(*all));
	for (size_t i = 0; i < earlier->nbindings; i++)
		if (!binding_find(&value, later->bindings, later->nbindings, earlier->bindings[i].name))
			all[count++] = earlier->bindings[i];
	out->bindings = all;
	out->nbindings = count;
	return 0;
}

int
range_take_bindings(struct range *range, const struct range *from, struct arena *arena, struct err *err)
{
	const struct range own = *range;

	return merge_bindings(range, from, &own, arena, err);
}

/* What surrounds can hold a match, but is none itself. */
static bool
can_join(const struct range *x, const struct range *y)
{
	const struct range *inner = is_inside(x, y) ? x : y, *outer = inner == x ? y : x;
	bool equal = x->start == y->start && x->end == y->end;

	return (!inner->inside || outer->inside || equal) && range_agrees(x, y);
}

static struct piece
cover(struct piece all, const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->n; i++) {
		all.start = pieces->items[i].start < all.start ? pieces->items[i].start : all.start;
		all.end = pieces->items[i].end > all.end ? pieces->items[i].end : all.end;
	}
	return all;
}

static int
join_pieces(struct pieces *out, struct pieces a, struct pieces b, struct arena *arena, struct err *err)
{
	size_t n = a.n + b.n;

	if (a.n == 0 || b.n == 0 || a.items == b.items) {
		*out = a.n > 0 ? a : b;
		return 0;
	}
	struct piece *all = arena_array(arena, n > PIECES_MAX ? 1 : n, sizeof(*all));
	if (!all)
		return err_oom(err);
	*out = (struct pieces){all, n};
	if (n > PIECES_MAX) {
		out->n = 1;
		*all = cover(cover(*a.items, &a), &b);
		return 0;
	}
	memcpy(all, a.items, a.n * sizeof(*all));
	memcpy(all + a.n, b.items, b.n * sizeof(*all));
	return 0;
}

static int
add_common(struct range_list *out, const struct range *a, const struct range *b, struct arena *arena,
	   struct err *err)
{
	struct range common = is_inside(a, b) ? *a : *b;

	if (out->n >= LIMIT_RANGES) {
		out->full = true;
		return 0;
	}
	common.inside = a->inside && b->inside;
	if (a->inside == b->inside) {
		common.span_start = a->span_start < b->span_start ? a->span_start : b->span_start;
		common.span_end = a->span_end > b->span_end ? a->span_end : b->span_end;
	} else {
		common.span_start = a->inside ? b->span_start : a->span_start;
		common.span_end = a->inside ? b->span_end : a->span_end;
	}
	if (merge_bindings(&common, a, b, arena, err) < 0 ||
	    join_pieces(&common.own, a->own, b->own, arena, err) < 0 ||
	    join_pieces(&common.around, a->around, b->around, arena, err) < 0)
		return -1;
	return range_list_add(out, &common, err);
}

int
range_list_intersect(struct range_list *out, const struct range_list *a, const struct range_list *b,
		     struct arena *arena, struct err *err)
{
	out->full |= a->full | b->full | are_too_many(a, b);
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n && !out->full; k++) {
			const struct range *x = &a->items[i], *y = &b->items[k];
			if ((is_inside(x, y) || is_inside(y, x)) && can_join(x, y) &&
			    add_common(out, x, y, arena, err) < 0)
				return -1;
		}
	return 0;
}

/* --- the rest --- */

static bool
overlap(const struct range *a, const struct range *b)
{
	if (a->start == a->end || b->start == b->end)
		return a->start <= b->end && b->start <= a->end;
	return a->start < b->end && b->start < a->end;
}

static bool
overlaps_any(const struct range *range, const struct range_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (overlap(range, &list->items[i]))
			return true;
	return false;
}

void
range_list_subtract(struct range_list *list, const struct range_list *negative)
{
	size_t kept = 0;

	if (are_too_many(list, negative)) {
		list->full = true;
		return;
	}
	for (size_t i = 0; i < list->n; i++)
		if (!overlaps_any(&list->items[i], negative))
			list->items[kept++] = list->items[i];
	list->n = kept;
}

void
range_list_exclude(struct range_list *list, const struct range_list *negative)
{
	size_t kept = 0;

	if (are_too_many(list, negative)) {
		list->full = true;
		return;
	}
	for (size_t i = 0; i < list->n; i++) {
		bool excluded = false;
		for (size_t k = 0; k < negative->n && !excluded; k++)
			excluded = is_inside(&list->items[i], &negative->items[k]) &&
				   range_agrees(&list->items[i], &negative->items[k]);
		if (!excluded)
			list->items[kept++] = list->items[i];
	}
	list->n = kept;
}

/* One focus-metavariable: each range becomes those of the names. A range that was narrowed before has both.
 */
static int
focus_on(struct range_list *list, const struct slice *names, size_t n, struct slice text, bool again,
	 struct err *err)
{
	struct range_list focused = {.full = list->full};
	struct slice value;
	int rc = 0;

	for (size_t i = 0; i < list->n; i++)
		for (size_t k = 0; k < n && rc == 0; k++) {
			struct range range = list->items[i];
			if (!binding_find(&value, range.bindings, range.nbindings, names[k]) ||
			    value.ptr < text.ptr || value.ptr > text.ptr + text.len)
				continue;
			range.start = (uint32_t)(value.ptr - text.ptr);
			range.end = range.start + (uint32_t)value.len;
			range.inside = false;
			if (again && is_inside(&list->items[i], &range)) {
				range.start = list->items[i].start;
				range.end = list->items[i].end;
			} else if (again && !is_inside(&range, &list->items[i]))
				continue;
			rc = range_list_add(&focused, &range, err);
		}
	free(list->items);
	*list = focused;
	return rc;
}

int
range_list_focus(struct range_list *list, const struct slice *names, size_t n, struct slice text,
		 struct err *err)
{
	for (size_t from = 0; from < n;) {
		size_t to = from;
		while (to < n && names[to].len > 0)
			to++;
		if (focus_on(list, names + from, to - from, text, from > 0, err) < 0)
			return -1;
		from = to + 1;
	}
	return 0;
}
