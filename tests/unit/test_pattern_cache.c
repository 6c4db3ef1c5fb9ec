/* Where patterns matched is remembered for the text at hand, and for no other. */
#include "unit.h"

#include <stdlib.h>

#include "base/arena.h"
#include "change/text.h"
#include "match/pattern_cache.h"
#include "match/reading.h"

struct fixture {
	struct reading *reading;
	struct regex_engine *engine;
	struct arena arena;
	struct text first, other;
	const struct unit *unit;
	const struct pattern_language *language;
};

static void
make_text(struct fixture *f, struct text *text, const char *source)
{
	struct err err = ERR_INIT;

	assert_int_equal(text_from_lines(text, &f->arena, slice_str(source), NULL, &err), 0);
}

static void
read_text(struct fixture *f, const struct text *text)
{
	const char *unread;
	struct err err = ERR_INIT;

	assert_int_equal(reading_parse(f->reading, &f->unit, &f->language, &unread, LANG_PYTHON,
				       slice_str("a.py"), text, &err),
			 0);
	assert_non_null(f->unit);
}

/* The pattern matches once, and $X is this. */
static void
assert_bound(struct fixture *f, const char *pattern, const char *value)
{
	struct pattern_cache *cache = reading_patterns(f->reading);
	const struct pattern_key key = {.text = slice_str(pattern)};
	const struct place nowhere = {0};
	struct range_list list = {0};
	struct cached_pattern *cached;
	const char *limit = NULL;
	struct err err = ERR_INIT;

	assert_int_equal(pattern_cache_get(&cached, cache, f->language, &key, &nowhere, &err), 0);
	assert_int_equal(
		pattern_cache_find(&list, cache, cached, f->unit, f->engine, &f->arena, &limit, &err), 0);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.items[0].nbindings, 1);
	assert_true(slice_eq_str(list.items[0].bindings[0].name, "$X"));
	assert_true(slice_eq_str(list.items[0].bindings[0].value, value));
	free(list.items);
}

static void
test_text_comes_again(void **state)
{
	struct fixture f = {.arena = ARENA_INIT};
	struct err err = ERR_INIT;

	(void)state;
	if (!syntax_available())
		return;
	assert_int_equal(reading_new(&f.reading, NULL, &err), 0);
	assert_int_equal(regex_engine_new(&f.engine, &err), 0);
	make_text(&f, &f.first, "f(one)\ng(two)\n");
	make_text(&f, &f.other, "f(three)\ng(four)\n");
	read_text(&f, &f.first);
	assert_bound(&f, "f($X)", "one");
	assert_bound(&f, "f($X)", "one"); /* remembered */
	read_text(&f, &f.other);
	assert_bound(&f, "g($X)", "four"); /* takes the memory */
	read_text(&f, &f.first);
	assert_bound(&f, "g($X)", "two");
	assert_bound(&f, "f($X)", "one");
	regex_engine_free(f.engine);
	reading_free(f.reading);
	arena_release(&f.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_text_comes_again)};

	return cmocka_run_group_tests_name("pattern_cache", tests, NULL, NULL);
}
