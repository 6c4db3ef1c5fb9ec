/*
 * The input is "pattern LF text": the pattern becomes rules with every kind of
 * window, the text is scanned for them.
 *
 * What must hold: the prefilter changes nothing; a match touches the lines and lies in
 * the text; a derived literal stands in every match; a limit or an error
 * never crashes.
 */
#include "scan.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "match/literal.h"

#define NRULES       8u
#define PATTERN_MAX  200u
#define TEXT_MAX     12000u
#define COPIES_AFTER 64u /* texts that end in this byte are repeated, to make long lines */

struct target {
	struct formula leaves[2];
	struct condition condition;
	struct rule rules[NRULES];
	const struct rule *list[NRULES];
	struct ruleset set;
	struct slice keyword;
};

static void
make_rules(struct target *t, struct slice pattern, struct slice keyword)
{
	static const enum diff_window windows[] = {WINDOW_LINE, WINDOW_LINES, WINDOW_STATEMENT, WINDOW_FILE};

	*t = (struct target){.keyword = keyword};
	t->leaves[0] = (struct formula){.op = OP_REGEX, .text = pattern};
	t->leaves[1] = (struct formula){.op = OP_REGEX, .text = slice_str("[a-z]+")};
	t->condition =
		(struct condition){.op = CONDITION_REGEX, .metavariable = slice_str("$1"), .text = pattern};
	for (size_t i = 0; i < NRULES; i++) {
		struct rule *rule = &t->rules[i];

		rule->window = windows[i % 4];
		rule->window_lines = 2;
		rule->formula = t->leaves[0];
		t->list[i] = rule;
	}
	t->rules[4].formula = (struct formula){.op = OP_ANY, .children = t->leaves, .nchildren = 2};
	t->rules[5].formula = (struct formula){.op = OP_ALL, .children = t->leaves, .nchildren = 2};
	t->rules[6].formula = (struct formula){.op = OP_ALL,
					       .children = t->leaves,
					       .nchildren = 1,
					       .conditions = &t->condition,
					       .nconditions = 1};
	t->rules[7].keywords = &t->keyword;
	t->rules[7].nkeywords = keyword.len > 0;
	t->set = (struct ruleset){.rules = t->list, .n = NRULES};
}

static bool
stands_in(struct slice s, struct slice literal)
{
	for (size_t at = 0; at + literal.len <= s.len; at++) {
		size_t i = 0;
		while (i < literal.len && ascii_lower(s.ptr[at + i]) == literal.ptr[i])
			i++;
		if (i == literal.len)
			return true;
	}
	return false;
}

/* White space at its ends is no part of a match that is shown. */
static struct slice
untrimmed(const struct match *m, struct slice text)
{
	size_t start = m->start, end = m->end;

	while (start > 0 && ascii_is_space(text.ptr[start - 1]))
		start--;
	while (end < text.len && ascii_is_space(text.ptr[end]))
		end++;
	return slice_sub(text, start, end);
}

/* Every match of the plain rules holds one of the literals derived for them. */
static void
check_literals(const struct target *t, const struct match_list *list, const struct text *text)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	const struct slice *literals;
	size_t n;

	CHECK(literals_derive(&literals, &n, &arena, &t->rules[0], &err) == 0);
	for (size_t i = 0; n > 0 && i < list->n && list->items[i].rule < &t->rules[4]; i++) {
		struct slice match = untrimmed(&list->items[i], text->bytes);
		bool found = false;
		for (size_t k = 0; k < n; k++)
			found |= stands_in(match, literals[k]);
		CHECK(found);
	}
	arena_release(&arena);
}

static void
check_places(const struct match_list *list, const struct text *text, const struct line_set *lines)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct match *m = &list->items[i];

		CHECK(m->start <= m->end && m->end <= text->bytes.len);
		CHECK(m->span_start <= m->start && m->end <= m->span_end);
		CHECK(m->span_end - m->span_start <= LIMIT_WINDOW_BYTES);
		uint32_t last = m->span_end > m->span_start ? m->span_end - 1 : m->span_start;
		CHECK(line_set_touches(lines, text_line_at(text, m->span_start), text_line_at(text, last)));
		CHECK(i == 0 || m[-1].rule < m->rule ||
		      (m[-1].rule == m->rule &&
		       (m[-1].start < m->start || (m[-1].start == m->start && m[-1].end < m->end))));
	}
}

static void
scan_text(struct arena *arena, const struct target *t, struct slice bytes)
{
	struct line_range ranges[] = {{1, 2}, {4, 4}, {9, 60}};
	struct line_set lines = {ranges, 3};
	struct scans scans;
	struct err err = ERR_INIT;
	struct text text;

	CHECK(text_from_lines(&text, arena, bytes, NULL, &err) == 0);
	const struct scan scan = {.text = &text, .lines = &lines};
	scans_run(&scans, &t->set, &scan);
	if (scans_ran(&scans)) {
		check_places(&scans.with, &text, &lines);
		scans_check_same(&scans);
		if (scans_are_complete(&scans))
			check_literals(t, &scans.with, &text);
	}
	scans_release(&scans);
}

static struct slice
repeat(struct arena *arena, struct slice bytes)
{
	size_t copies = bytes.len ? TEXT_MAX / bytes.len : 0;
	char *all = arena_alloc(arena, bytes.len * copies);

	CHECK(all);
	for (size_t i = 0; i < copies; i++)
		memcpy(all + i * bytes.len, bytes.ptr, bytes.len);
	return slice_of(all, bytes.len * copies);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice input = slice_of(data, size);
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct target t;
	size_t border = slice_chr(input, '\n');

	if (border == (size_t)-1 || border > PATTERN_MAX || size > TEXT_MAX)
		return 0;
	struct slice text = slice_sub(input, border + 1, size);
	if (text.len > 0 && text.ptr[text.len - 1] == COPIES_AFTER)
		text = repeat(&arena, slice_sub(text, 0, text.len - 1));
	make_rules(&t, slice_sub(input, 0, border), slice_sub(text, 0, 3));
	if (matcher_check_rule(&t.rules[0], &err) == 0)
		scan_text(&arena, &t, text);
	arena_release(&arena);
	return 0;
}
