/*
 * Rules of mode taint on texts of every language. A row's rule is found in YAML, its
 * outcome is shown as "line < trace": "3 < 1 2 3" is a finding at line 3 that came
 * from line 1 by way of line 2.
 */
#include "match_fixture.h"

#include <stdio.h>

#include "match/taint_set.h"
#include "syntax/dialect.h"

struct row {
	const char *name;
	const char *language;
	const char *keys; /* of the rule, beside the sources, sinks and sanitizers of every row */
	const char *source;
	const char *found;
};

#include "taint_rows.h"

static void
load(struct ruleset *set, const struct row *row)
{
	struct buf yaml = BUF_INIT(1u << 16);
	struct err err = ERR_INIT;

	buf_addf(&yaml,
		 "rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [%s]\n  mode: taint\n%s",
		 row->language, row->keys);
	ruleset_init(set);
	set->syntax = dialect_languages();
	if (ruleset_load_bytes(set, "r.yaml", buf_slice(&yaml), &err) < 0)
		fail_msg("%s\n%s", err.msg, yaml.ptr);
	buf_release(&yaml);
	if (set->nunsupported > 0)
		fail_msg("%s", set->unsupported[0].reason.ptr);
}

static void
show(struct buf *out, const struct match_list *list, const struct text *text)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct match *m = &list->items[i];
		buf_addf(out, "%s%u <", i ? "; " : "", text_line_at(text, m->start));
		for (size_t k = 0; k < m->ntrace; k++)
			buf_addf(out, " %u", text_line_at(text, m->trace[k].start));
	}
	for (size_t i = 0; i < list->nlimits; i++)
		buf_addf(out, " [%s]", list->limits[i].reason);
}

static void
check_row(const struct row *row, bool prefilter)
{
	struct ruleset set;
	struct fixture f;
	struct text text;
	struct buf shown = BUF_INIT(4096);
	struct scan scan = {.text = &text, .lang = language_by_name(slice_str(row->language))};

	load(&set, row);
	fixture_begin(&f, set.rules[0], set.n);
	if (!prefilter)
		matcher_disable_prefilter(f.matcher);
	assert_int_equal(text_from_lines(&text, &f.arena, slice_str(row->source), NULL, &f.err), 0);
	if (matcher_scan(f.matcher, &scan, &f.list, &f.err) < 0)
		fail_msg("%s", f.err.msg);
	show(&shown, &f.list, &text);
	if (!slice_eq_str(buf_slice(&shown), row->found))
		fail_msg("%s, %s: in\n%s\nfound '%.*s', not '%s'", row->language, row->name, row->source,
			 (int)shown.len, shown.len ? shown.ptr : "", row->found);
	buf_release(&shown);
	fixture_end(&f);
	ruleset_release(&set);
}

static void
test_row(void **state)
{
	if (!syntax_available())
		return;
	check_row(*state, true);
	check_row(*state, false);
}

/* ---- the change decides ---- */

/* The row's findings that have to do with those lines. */
static void
scan_lines(struct fixture *f, struct ruleset *set, struct text *text, const struct row *row,
	   struct line_range range)
{
	struct line_set lines = {&range, 1};
	struct scan scan = {
		.text = text, .lines = &lines, .lang = language_by_name(slice_str(row->language))};

	load(set, row);
	fixture_begin(f, set->rules[0], set->n);
	assert_int_equal(text_from_lines(text, &f->arena, slice_str(row->source), NULL, &f->err), 0);
	assert_int_equal(matcher_scan(f->matcher, &scan, &f->list, &f->err), 0);
}

static size_t
count_on_line(const struct row *row, uint32_t line)
{
	struct ruleset set;
	struct fixture f;
	struct text text;

	scan_lines(&f, &set, &text, row, (struct line_range){line, line});
	size_t n = f.list.n;
	fixture_end(&f);
	ruleset_release(&set);
	return n;
}

static void
check_found_on_line(const struct row *row, const struct match *wanted, uint32_t line)
{
	struct ruleset set;
	struct fixture f;
	struct text text;
	bool found = false;

	scan_lines(&f, &set, &text, row, (struct line_range){line, line});
	for (size_t i = 0; i < f.list.n; i++)
		found |= f.list.items[i].start == wanted->start && f.list.items[i].end == wanted->end;
	if (!found)
		fail_msg("%s, %s: in\n%s\nline %u is not said to lead to byte %u", row->language, row->name,
			 row->source, line, wanted->start);
	fixture_end(&f);
	ruleset_release(&set);
}

/* Whichever step of a finding is all that changed, the finding is there. */
static void
test_steps_of_row(void **state)
{
	const struct row *row = *state;
	struct ruleset set;
	struct fixture f;
	struct text text;
	struct scan scan = {.text = &text, .lang = language_by_name(slice_str(row->language))};

	if (!syntax_available())
		return;
	load(&set, row);
	fixture_begin(&f, set.rules[0], set.n);
	assert_int_equal(text_from_lines(&text, &f.arena, slice_str(row->source), NULL, &f.err), 0);
	assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), 0);
	for (size_t i = 0; i < f.list.n; i++)
		for (size_t k = 0; k < f.list.items[i].ntrace; k++)
			check_found_on_line(row, &f.list.items[i],
					    text_line_at(&text, f.list.items[i].trace[k].start));
	fixture_end(&f);
	ruleset_release(&set);
}

/* An old sink that one more source reaches is a finding of the line that brought it there. */
static void
test_second_way_into_old_sink(void **state)
{
	const struct row row = {"ways", "python", PLAIN,
				"def f(k):\n  a = read()\n  if k:\n    a = read()\n  use(a)\n", ""};

	(void)state;
	if (!syntax_available())
		return;
	assert_int_equal(count_on_line(&row, 2), 1);
	assert_int_equal(count_on_line(&row, 3), 0);
	assert_int_equal(count_on_line(&row, 4), 1);
	assert_int_equal(count_on_line(&row, 5), 1);
}

/* Ways of one source that are told apart, until both have come over touched lines. */
static void
test_ways_meet(void **state)
{
	struct arena arena = ARENA_INIT;
	struct line_range range = {2, 3};
	struct line_set touched = {&range, 1};
	struct text text;
	struct taint_sets sets = {.arena = &arena, .lines = &text, .touched = &touched};
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(text_from_lines(&text, &arena, slice_str("a\nb\nc\nd\n"), NULL, &err), 0);
	struct taint_item plain = {.trace = taint_step(&sets, NULL, 0, 1)};
	struct taint_item other = {.trace = taint_step(&sets, NULL, 2, 3)};
	assert_false(plain.trace->touched);
	assert_true(other.trace->touched);
	const struct taint_set *both = taint_union(&sets, taint_one(&sets, &plain), taint_one(&sets, &other));
	assert_int_equal(both->n, 2);
	assert_ptr_equal(both->items[0].trace, other.trace);
	both = taint_moved(&sets, both, 6, 7);
	assert_int_equal(both->n, 2);
	assert_false(both->items[1].trace->touched);
	both = taint_moved(&sets, both, 4, 5);
	assert_int_equal(both->n, 1);
	assert_ptr_equal(both->items[0].trace->before->before, other.trace);
	arena_release(&arena);
}

/* The source is above, the sink is below, both in functions that the touched one leads to or not at all. */
static void
test_functions_between(void **state)
{
	const struct row row = {"between", "python", PLAIN,
				"def get():\n  return read()\n"
				"def put(x):\n  y = x\n  use(y)\n"
				"def handle():\n  z = get()\n  put(z)\n"
				"def other():\n  put(1)\n  get()\n",
				""};

	(void)state;
	if (!syntax_available())
		return;
	char lines[12] = "...........";
	for (uint32_t line = 1; line <= 11; line++)
		if (count_on_line(&row, line) > 0)
			lines[line - 1] = '!';
	assert_string_equal(lines, ".!!!!.!!...");
}

static void
test_any_step_is_the_match(void **state)
{
	const struct row row = {"steps", "python", PLAIN,
				"def f():\n  a = read()\n  b = 1\n  c = a\n  use(c)\n  b = 2\n", ""};

	(void)state;
	if (!syntax_available())
		return;
	assert_int_equal(count_on_line(&row, 2), 1);
	assert_int_equal(count_on_line(&row, 3), 0);
	assert_int_equal(count_on_line(&row, 4), 1);
	assert_int_equal(count_on_line(&row, 5), 1);
	assert_int_equal(count_on_line(&row, 6), 0);
}

static void
test_message_names_both_ends(void **state)
{
	const struct row row = {
		"message", "python",
		"  pattern-sources:\n  - pattern: read($WHAT, $X)\n  pattern-sinks:\n  - pattern: use($X)\n",
		"", ""};
	struct ruleset set;
	struct fixture f;

	(void)state;
	if (!syntax_available())
		return;
	load(&set, &row);
	fixture_begin(&f, set.rules[0], set.n);
	struct text text;
	struct scan scan = {.text = &text, .lang = LANG_PYTHON};
	assert_int_equal(
		text_from_lines(&text, &f.arena, slice_str("a = read(b, c)\nuse(a)\n"), NULL, &f.err), 0);
	assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), 0);
	assert_string_equal(fixture_show(&f), "r 15-21 $X=a $WHAT=b");
	assert_int_equal(f.list.items[0].ntrace, 3);
	assert_string_equal(f.list.items[0].trace[0].note, "source");
	assert_string_equal(f.list.items[0].trace[1].note, "propagated");
	assert_string_equal(f.list.items[0].trace[2].note, "sink");
	assert_int_equal(f.list.items[0].span_start, 15);
	fixture_end(&f);
	ruleset_release(&set);
}

int
main(void)
{
	static struct CMUnitTest tests[2 * COUNT(rows) + 5];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[n++] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	for (size_t i = 0; i < COUNT(rows); i++)
		tests[n++] = (struct CMUnitTest){rows[i].name, test_steps_of_row, NULL, NULL,
						 (void *)(uintptr_t)&rows[i]};
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_any_step_is_the_match);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_second_way_into_old_sink);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_ways_meet);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_functions_between);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_message_names_both_ends);
	assert_int_equal(n, COUNT(tests));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
