#include "match/taint_set.h"

static struct taint_set *
new_set(struct taint_sets *sets, size_t n)
{
	struct taint_set *set = arena_alloc(sets->arena, sizeof(*set) + n * sizeof(set->items[0]));

	sets->failed |= !set;
	return set;
}

static bool
is_touched(const struct taint_sets *sets, uint32_t start, uint32_t end)
{
	return sets->touched && line_set_touches(sets->touched, text_line_at(sets->lines, start),
						 text_line_at(sets->lines, end > start ? end - 1 : start));
}

const struct taint_step *
taint_step(struct taint_sets *sets, const struct taint_step *before, uint32_t start, uint32_t end)
{
	uint32_t n = before ? before->n + 1 : 1;

	if (n > LIMIT_TAINT_TRACE || (before && before->start == start && before->end == end))
		return before;
	struct taint_step *step = arena_alloc(sets->arena, sizeof(*step));
	if (!step) {
		sets->failed = true;
		return before;
	}
	*step = (struct taint_step){before, start, end, n,
				    (before && before->touched) || is_touched(sets, start, end)};
	return step;
}

const struct taint_set *
taint_one(struct taint_sets *sets, const struct taint_item *item)
{
	struct taint_set *set = new_set(sets, 1);

	if (!set)
		return NULL;
	set->n = 1;
	set->items[0] = *item;
	return set;
}

static int
is_way_touched(const struct taint_item *item)
{
	return item->trace && item->trace->touched;
}

static int
compare(const struct taint_item *a, const struct taint_item *b)
{
	if (a->origin != b->origin)
		return a->origin < b->origin ? -1 : 1;
	if (a->label != b->label)
		return a->label < b->label ? -1 : 1;
	return is_way_touched(b) - is_way_touched(a);
}

/* How many items of b are not in a. */
static uint32_t
count_new(const struct taint_set *a, const struct taint_set *b)
{
	uint32_t n = 0;

	for (uint32_t i = 0, k = 0; k < b->n; k++) {
		while (i < a->n && compare(&a->items[i], &b->items[k]) < 0)
			i++;
		n += i == a->n || compare(&a->items[i], &b->items[k]) != 0;
	}
	return n;
}

const struct taint_set *
taint_union(struct taint_sets *sets, const struct taint_set *a, const struct taint_set *b)
{
	if (!a || !b || a == b)
		return a ? a : b;
	uint32_t extra = count_new(a, b);
	if (extra == 0)
		return a;
	if (a->n + extra > LIMIT_TAINT_ITEMS) {
		sets->full = true;
		return a;
	}
	struct taint_set *set = new_set(sets, a->n + extra);
	if (!set)
		return a;
	for (uint32_t i = 0, k = 0; i < a->n || k < b->n;) {
		int order = i == a->n ? 1 : k == b->n ? -1 : compare(&a->items[i], &b->items[k]);
		set->items[set->n++] = order <= 0 ? a->items[i] : b->items[k];
		i += order <= 0;
		k += order >= 0;
	}
	return set;
}

const struct taint_set *
taint_moved(struct taint_sets *sets, const struct taint_set *set, uint32_t start, uint32_t end)
{
	struct taint_set *moved = set ? new_set(sets, set->n) : NULL;

	if (!moved)
		return set;
	moved->n = 0;
	for (uint32_t i = 0; i < set->n; i++) {
		struct taint_item item = set->items[i];
		item.trace = taint_step(sets, item.trace, start, end);
		/* A step on touched lines makes both ways of an origin touched. */
		if (moved->n == 0 || compare(&moved->items[moved->n - 1], &item) != 0)
			moved->items[moved->n++] = item;
	}
	return moved;
}

const struct taint_set *
taint_relabelled(struct taint_sets *sets, const struct taint_set *set, uint8_t label, uint32_t replaced)
{
	const struct taint_set *out = NULL;

	for (uint32_t i = 0; set && i < set->n; i++) {
		struct taint_item item = set->items[i];
		if ((replaced >> item.label) & 1)
			item.label = label;
		out = taint_union(sets, out, taint_one(sets, &item));
	}
	return out;
}

uint32_t
taint_labels(const struct taint_set *set)
{
	uint32_t labels = 0;

	for (uint32_t i = 0; set && i < set->n; i++)
		if (!ORIGIN_IS_PARAMETER(set->items[i].origin))
			labels |= 1u << set->items[i].label;
	return labels;
}
