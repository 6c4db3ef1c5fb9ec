#include "change/lines.h"

#include <stdlib.h>

static int
compare_slices(const void *a, const void *b)
{
	return slice_cmp(*(const struct slice *)a, *(const struct slice *)b);
}

/* The lines of a set, in order of their bytes. */
static struct slice *
sorted_lines(size_t *n, struct arena *arena, const struct text *text, const struct line_set *set)
{
	struct slice *lines = arena_array(arena, line_set_count(set), sizeof(*lines));

	*n = 0;
	if (!lines)
		return NULL;
	for (size_t i = 0; i < set->n; i++)
		for (uint32_t line = set->ranges[i].first; line <= set->ranges[i].last; line++)
			lines[(*n)++] = text_line(text, line);
	qsort(lines, *n, sizeof(*lines), compare_slices);
	return lines;
}

static void
append_line(struct line_range *ranges, size_t *n, uint32_t line)
{
	if (*n > 0 && ranges[*n - 1].last + 1 == line)
		ranges[*n - 1].last = line;
	else
		ranges[(*n)++] = (struct line_range){line, line};
}

int
lines_also_in(struct line_set *set, struct arena *arena, const struct text *text, const struct text *other,
	      const struct line_set *other_set, struct err *err)
{
	size_t nlines, n = 0;
	struct line_range *ranges = arena_array(arena, line_set_count(set), sizeof(*ranges));
	struct slice *lines = sorted_lines(&nlines, arena, other, other_set);

	if (!ranges || !lines)
		return err_oom(err);
	for (size_t i = 0; i < set->n; i++)
		for (uint32_t line = set->ranges[i].first; line <= set->ranges[i].last; line++) {
			struct slice key = text_line(text, line);
			if (bsearch(&key, lines, nlines, sizeof(*lines), compare_slices))
				append_line(ranges, &n, line);
		}
	*set = (struct line_set){ranges, n};
	return 0;
}
