#include "review/bulk.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/limits.h"

#define UNREAD                                                                                               \
	.id = SLICE_LITERAL("sluice-syntax-unread"), .confidence = CONFIDENCE_HIGH,                          \
	.area = AREA_INPUT_VALIDATION, .languages = LANGUAGE_ANY, .stands = true,                            \
	.file = SLICE_LITERAL("built in"),                                                                   \
	.message = SLICE_LITERAL("Rules on syntax did not read this file to its end ($RULES: $WHY); rules "  \
				 "on text did. Where that is enough, set sluice.path.<glob>.syntax=false.")

static const struct rule unread = {.severity = SEVERITY_WARNING, UNREAD};
static const struct rule unread_in_push = {.severity = SEVERITY_ERROR, UNREAD};

bool
bulk_is(const struct text *text)
{
	if (text->bytes.len > LIMIT_PARSE_BYTES)
		return true;
	for (uint32_t line = 0; line < text->nlines; line++)
		if (text->starts[line + 1] - text->starts[line] > LIMIT_WINDOW_BYTES)
			return true;
	return false;
}

bool
bulk_note(struct bulk *bulk, const struct match_limit *limit)
{
	if (!limit->rule || !rule_needs_syntax(limit->rule))
		return false;
	if (bulk->n++ == 0) {
		bulk->first = limit->rule;
		bulk->reason = limit->reason;
	}
	return true;
}

/* The first added line; where lines only went, the one before which they stood. */
static uint32_t
first_line(const struct change *change)
{
	uint32_t line = 1;

	if (change->added.n > 0)
		line = change->added.ranges[0].first;
	else if (change->nhunks > 0)
		line = change->hunks[0].new_start;
	if (line > change->new_text.nlines)
		line = change->new_text.nlines;
	return line > 0 ? line : 1;
}

static int
bind(struct match *match, const struct bulk *bulk, struct arena *arena, struct err *err)
{
	struct binding *bindings = arena_array(arena, 2, sizeof(*bindings));
	struct buf rules = BUF_INIT(LIMIT_PATH_BYTES);

	buf_add_slice(&rules, bulk->first->id);
	if (bulk->n > 1)
		buf_addf(&rules, " and %zu more", bulk->n - 1);
	int rc = !bindings || !buf_ok(&rules) || arena_dup(&bindings[0].value, arena, buf_slice(&rules)) < 0
			 ? err_oom(err)
			 : 0;
	buf_release(&rules);
	if (rc < 0)
		return -1;
	bindings[0].name = slice_str("$RULES");
	bindings[1] = (struct binding){.name = slice_str("$WHY"), .value = slice_str(bulk->reason)};
	match->bindings = bindings;
	match->nbindings = 2;
	return 0;
}

int
bulk_report(const struct bulk *bulk, struct match_list *matches, const struct change *change, bool push,
	    struct err *err)
{
	void *items = matches->items;

	if (bulk->n == 0 || change->new_text.nlines == 0)
		return 0;
	if (array_reserve(&items, &matches->cap, matches->n + 1, sizeof(*matches->items)) < 0)
		return err_oom(err);
	matches->items = items;
	uint32_t start = change->new_text.starts[first_line(change) - 1];
	struct match *match = &matches->items[matches->n];
	*match = (struct match){
		.rule = push ? &unread_in_push : &unread,
		.start = start,
		.end = start,
		.span_start = start,
		.span_end = start,
		.of_file = true,
	};
	if (bind(match, bulk, &matches->arena, err) < 0)
		return -1;
	matches->n++;
	return 0;
}
