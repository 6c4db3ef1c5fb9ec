/*
 * The input is a text in which tokens are secret, and calls are reported by a rule that repeats what they
 * are called with.
 *
 * What must hold: no token that was found is in anything that a finding shows.
 */
#include "oracle.h"

#include "finding/snippet.h"

static const struct rule token_rule = {
	.id = SLICE_LITERAL("token"),
	.message = SLICE_LITERAL("a token $0 $1 $2"),
	.fix = SLICE_LITERAL("env($1)"),
	.area = AREA_SECRETS,
	.formula = {.op = OP_REGEX, .text = SLICE_LITERAL("k=(T0K[0-9a-z]{6,})")},
};
static const struct rule call_rule = {
	.id = SLICE_LITERAL("call"),
	.message = SLICE_LITERAL("call of $1 with $2"),
	.fix = SLICE_LITERAL("safe($2)"),
	.area = AREA_AUTH,
	.window = WINDOW_LINES,
	.window_lines = 3,
	.formula = {.op = OP_REGEX, .text = SLICE_LITERAL("(?s)(\\w*)\\(([^)]*)\\)")},
};

static void
check_shown(struct slice text, const struct match_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct match *m = &list->items[i];

		if (m->rule != &token_rule || m->encoding)
			continue;
		for (size_t b = 0; b < m->nbindings; b++)
			CHECK(slice_find(text, m->bindings[b].value) == (size_t)-1);
	}
}

static void
check_finding(const struct finding *f, const struct match_list *list)
{
	check_shown(f->message, list);
	check_shown(f->fix, list);
	for (size_t i = 0; i < f->nsnippet; i++) {
		const struct snippet_line *line = &f->snippet[i];

		check_shown(line->text, list);
		CHECK(line->mark_start <= line->mark_end && line->mark_end <= line->text.len);
	}
}

static void
check_all(struct matcher *matcher, const struct change *change, struct arena *arena)
{
	struct match_list list;
	struct capture capture;
	struct finding findings[64];
	struct err err = ERR_INIT;
	const struct scan scan = {.text = &change->new_text};
	size_t n = 0;

	match_list_init(&list);
	capture_init(&capture, matcher);
	CHECK(matcher_scan(matcher, &scan, &list, &err) == 0);
	capture_begin(&capture, change, &list);
	for (; n < list.n && n < sizeof(findings) / sizeof(*findings); n++)
		CHECK(capture_added(&findings[n], arena, &capture, &list.items[n], &err) == 0);
	for (size_t i = 0; i < n; i++) {
		CHECK(vault_redact(&capture.vault, &findings[i], arena, &err) == 0);
		check_finding(&findings[i], &list);
	}
	capture_release(&capture);
	match_list_release(&list);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct rule *list[] = {&token_rule, &call_rule};
	const struct ruleset rules = {.rules = list, .n = 2};
	struct line_range all = {1, 0};
	struct change change = {.entry = {.status = ENTRY_ADDED, .new_path = SLICE_LITERAL("a")}};
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct matcher *matcher;

	if (size > 1u << 16)
		return 0;
	CHECK(matcher_new(&matcher, &rules, &err) == 0);
	if (text_decode(&change.new_text, &arena, slice_of(data, size), &err) == 0 &&
	    change.new_text.nlines > 0) {
		all.last = change.new_text.nlines;
		change.added = (struct line_set){&all, 1};
		check_all(matcher, &change, &arena);
	}
	matcher_free(matcher);
	arena_release(&arena);
	return 0;
}
