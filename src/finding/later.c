#include "finding/later.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"

void
later_release(struct later *later)
{
	free(later->sides);
	arena_release(&later->arena);
	*later = (struct later){0};
}

void
later_clear(struct later *later)
{
	later->n = 0;
	later->bytes = 0;
	arena_clear(&later->arena);
}

static void *
copy_of(struct arena *arena, const void *items, size_t n, size_t size)
{
	void *copy = arena_array(arena, n, size);

	if (copy && n > 0)
		memcpy(copy, items, n * size);
	return copy;
}

/* What of a change the old side's scan asks for, in memory that lasts. */
static int
copy_side(struct change *out, struct arena *arena, const struct change *change)
{
	const struct text *text = &change->old_text;
	struct text copy = *text;
	struct line_set removed = change->removed;
	struct slice path;

	if (arena_dup(&copy.bytes, arena, text->bytes) < 0 ||
	    arena_dup(&path, arena, change->entry.old_path) < 0)
		return -1;
	copy.starts = copy_of(arena, text->starts, text->nlines + 1, sizeof(*text->starts));
	removed.ranges = copy_of(arena, removed.ranges, removed.n, sizeof(*removed.ranges));
	if (!copy.starts || !removed.ranges)
		return -1;
	if (text->numbers) {
		copy.numbers = copy_of(arena, text->numbers, text->nlines, sizeof(*text->numbers));
		if (!copy.numbers)
			return -1;
	}
	*out = (struct change){.judged = change->judged, .old_text = copy, .removed = removed};
	out->entry.old_path = path;
	return 0;
}

int
later_add(struct later *later, const struct change *change, enum language lang, uint32_t file,
	  struct err *err)
{
	void *sides = later->sides;

	if (change->removed.n == 0 || change->old_text.nlines == 0)
		return 1;
	if (change->old_text.bytes.len > LIMIT_LATER_BYTES - later->bytes)
		return 0;
	if (array_reserve(&sides, &later->cap, later->n + 1, sizeof(*later->sides)) < 0)
		return err_oom(err);
	later->sides = sides;
	struct later_side *side = &later->sides[later->n];
	*side = (struct later_side){.lang = lang, .file = file};
	if (copy_side(&side->change, &later->arena, change) < 0)
		return err_oom(err);
	later->bytes += change->old_text.bytes.len;
	later->n++;
	return 1;
}

struct asked {
	const struct later_side *side;
	later_filter filter;
	void *ctx;
};

static bool
is_asked(void *ctx, const struct rule *rule)
{
	const struct asked *asked = ctx;

	return asked->filter(asked->ctx, &asked->side->change, asked->side->lang, rule);
}

int
later_scan(struct later *later, struct moved_table *table, struct matcher *matcher, later_filter filter,
	   void *ctx, struct err *err)
{
	struct match_list list;
	int rc = 0;

	match_list_init(&list);
	for (size_t i = 0; rc == 0 && i < later->n; i++) {
		const struct change *change = &later->sides[i].change;
		struct asked asked = {&later->sides[i], filter, ctx};
		const struct scan scan = {.text = &change->old_text,
					  .lines = &change->removed,
					  .filter = is_asked,
					  .filter_ctx = &asked,
					  .lang = later->sides[i].lang,
					  .path = change->entry.old_path,
					  .deadline = later->deadline};
		match_list_clear(&list);
		rc = matcher_scan(matcher, &scan, &list, err);
		if (rc == 0)
			rc = moved_add_reports(table, later->sides[i].file, change, &list, err);
	}
	match_list_release(&list);
	return rc;
}
