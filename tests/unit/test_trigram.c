#include "unit.h"

#include "match/trigram.h"

static void
test_words(void **state)
{
	static const char text[] = "cursor.Execute(f\"SELECT\")\n\0x_y";
	static const struct {
		const char *word;
		bool may;
	} rows[] = {
		{"cursor", true}, {"execute", true},   {"EXECUTE", true},  {"select", true},
		{"x_y", true},    {"r.e", true},       {"ab", true},       {"", true},
		{"cup", false},   {"executed", false}, {"cursors", false},
	};
	struct trigrams trigrams;

	(void)state;
	trigrams_of(&trigrams, slice_of(text, sizeof(text) - 1));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(trigrams_may_have(&trigrams, slice_str(rows[i].word)), rows[i].may);
}

static void
test_short_texts(void **state)
{
	struct trigrams trigrams;

	(void)state;
	trigrams_of(&trigrams, slice_str(""));
	assert_false(trigrams_may_have(&trigrams, slice_str("abc")));
	trigrams_of(&trigrams, slice_str("ab"));
	assert_false(trigrams_may_have(&trigrams, slice_str("abc")));
	trigrams_of(&trigrams, slice_str("abc"));
	assert_true(trigrams_may_have(&trigrams, slice_str("abc")));
	assert_false(trigrams_may_have(&trigrams, slice_str("bcd")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_short_texts),
	};

	return cmocka_run_group_tests_name("trigram", tests, NULL, NULL);
}
