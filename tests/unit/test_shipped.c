/* The automaton that was built with the shipped rules is the one that would be built now. */
#include "unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "match/formula.h"
#include "match/keyword_index.h"
#include "rule/shipped.h"

static struct keyword_list *
shipped_keywords(const struct shipped *shipped)
{
	struct keyword_list *lists = calloc(shipped->n + 1, sizeof(*lists));

	assert_non_null(lists);
	for (size_t i = 0; i < shipped->n; i++)
		lists[i] = (struct keyword_list){shipped->rules[i].keywords, shipped->rules[i].nkeywords};
	return lists;
}

static void
assert_same_hits(const struct prefilter *a, const struct prefilter *b, struct slice text)
{
	struct prefilter_hits x = {0}, y = {0};
	struct err err = ERR_INIT;

	assert_int_equal(prefilter_scan(a, text, 0, text.len, &x, &err), 0);
	assert_int_equal(prefilter_scan(b, text, 0, text.len, &y, &err), 0);
	assert_int_equal(x.n, y.n);
	for (size_t i = 0; i < x.n; i++) {
		assert_int_equal(x.items[i].start, y.items[i].start);
		assert_int_equal(x.items[i].id, y.items[i].id);
	}
	free(x.items);
	free(y.items);
}

/* Every keyword by itself, and all of them in one text. */
static void
test_prebuilt_is_fresh(void **state)
{
	struct buf all = BUF_INIT(1u << 24);
	const struct shipped *shipped = shipped_rules();
	struct keyword_list *lists = shipped_keywords(shipped);
	const struct prefilter *built = shipped->prefilter;
	struct err err = ERR_INIT;
	struct prefilter *fresh;

	(void)state;
	assert_true(shipped->n > 0);
	assert_int_equal(keyword_prefilter_new(&fresh, lists, shipped->n, &err), 0);
	assert_int_equal(prefilter_nids(fresh), prefilter_nids(built));
	assert_int_equal(prefilter_longest(fresh), prefilter_longest(built));
	for (size_t i = 0, at = 0; i < shipped->n; i++) {
		for (size_t k = 0; k < lists[i].n; k++, at++) {
			assert_int_equal(prefilter_ids(fresh)[at], prefilter_ids(built)[at]);
			assert_same_hits(fresh, built, lists[i].items[k]);
			buf_add_slice(&all, lists[i].items[k]);
		}
	}
	assert_true(all.len > 0);
	assert_same_hits(fresh, built, buf_slice(&all));
	buf_release(&all);
	prefilter_free(fresh);
	free(lists);
}

/* It serves the shipped rules alone: with others beside them it is forgotten. */
static void
test_prebuilt_is_dropped(void **state)
{
	static const char yaml[] =
		"rules:\n- id: own\n  pattern-regex: needle\n  message: m\n  severity: ERROR\n"
		"  languages: [python]\n";
	struct err err = ERR_INIT;
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	assert_int_equal(ruleset_add_shipped(&set, &err), 0);
	assert_ptr_equal(set.prefilter, shipped_rules()->prefilter);
	assert_int_equal(ruleset_load_bytes(&set, "own.yaml", slice_str(yaml), &err), 0);
	assert_null(set.prefilter);
	ruleset_release(&set);
}

/*
 * A rule on syntax has words without which it runs in no file: it would make
 * every file of its language be parsed, and one too large for that incomplete.
 */
static void
test_rules_on_syntax_have_words(void **state)
{
	const struct shipped *shipped = shipped_rules();
	size_t without = 0;

	(void)state;
	for (size_t i = 0; i < shipped->n; i++) {
		const struct rule *rule = &shipped->rules[i];

		if (rule->nkeywords > 0 || !(rule->taint || formula_needs_syntax(&rule->formula)))
			continue;
		print_message("no word: %.*s\n", (int)rule->id.len, rule->id.ptr);
		without++;
	}
	assert_int_equal(without, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prebuilt_is_fresh),
		cmocka_unit_test(test_prebuilt_is_dropped),
		cmocka_unit_test(test_rules_on_syntax_have_words),
	};

	return cmocka_run_group_tests_name("shipped", tests, NULL, NULL);
}
