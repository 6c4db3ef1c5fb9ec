#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "match/match.h"
#include "match/range.h"

void
match_list_init(struct match_list *list)
{
	*list = (struct match_list){0};
	arena_init(&list->arena);
}

void
match_list_clear(struct match_list *list)
{
	list->n = 0;
	list->nlimits = 0;
	arena_clear(&list->arena);
}

void
match_list_release(struct match_list *list)
{
	free(list->items);
	free(list->limits);
	arena_release(&list->arena);
	match_list_init(list);
}

int
match_list_add_limit(struct match_list *list, const struct match_limit *limit, struct err *err)
{
	void *limits = list->limits;

	if (array_reserve(&limits, &list->limits_cap, list->nlimits + 1, sizeof(*list->limits)) < 0)
		return err_oom(err);
	list->limits = limits;
	list->limits[list->nlimits++] = *limit;
	return 0;
}

/* The length of the metavariable at s ("$1", "$NAME"), or 0. */
static size_t
name_length(struct slice s)
{
	size_t n = 1;

	if (s.len < 2 || s.ptr[0] != '$')
		return 0;
	if (ascii_is_digit(s.ptr[1])) {
		while (n < s.len && ascii_is_digit(s.ptr[n]))
			n++;
		return n;
	}
	while (n < s.len && (ascii_is_alnum(s.ptr[n]) || s.ptr[n] == '_'))
		n++;
	return n > 1 ? n : 0;
}

void
match_interpolate(struct buf *out, struct slice text, const struct match *match)
{
	for (size_t i = 0; i < text.len;) {
		struct slice rest = slice_sub(text, i, text.len);
		size_t n = name_length(rest);
		struct slice value;

		if (n > 0 && binding_find(&value, match->bindings, match->nbindings, slice_sub(rest, 0, n))) {
			buf_add_slice(out, value);
			i += n;
			continue;
		}
		buf_add(out, rest.ptr, n > 0 ? n : 1);
		i += n > 0 ? n : 1;
	}
}
