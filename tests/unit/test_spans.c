#include "unit.h"

#include <stdlib.h>

#include "change/lines.h"
#include "change/spans.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define TEN      "0123456789"
#define SIXTY    TEN TEN TEN TEN TEN TEN

struct row {
	const char *name;
	struct slice a, b;
	size_t common;
};

/* clang-format off */
#define ROW(name, a, b, common) {name, {a, sizeof(a) - 1}, {b, sizeof(b) - 1}, common}
static const struct row rows[] = {
	ROW("common: nothing in nothing", "", "", 0),
	ROW("common: nothing in something", "", "a\n", 0),
	ROW("common: the same", "a\nbc\n", "a\nbc\n", 5),
	ROW("common: in another order", "a\nbc\n", "bc\na\n", 5),
	ROW("common: one line of two", "a\nbc\n", "bc\nx\n", 3),
	ROW("common: repeated lines count as often as both have them", "a\na\na\n", "a\na\n", 4),
	ROW("common: a last line without LF is another", "a\nb", "a\nb\n", 2),
	ROW("common: CRLF is LF", "a\r\nb\r\n", "a\nb\n", 4),
	ROW("common: CRLF counts where a NUL stands", "a\r\nb\0\r\n", "a\nb\0\n", 0),
	ROW("common: cut after 64 bytes", SIXTY "abcd" "tail\n", SIXTY "abcd" "other\n", 64),
	ROW("common: 64 bytes and LF are two pieces", SIXTY "abcd" "\n", SIXTY "abcd", 64),
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct spans a, b;

	assert_int_equal(spans_of(&a, &arena, row->a, &err), 0);
	assert_int_equal(spans_of(&b, &arena, row->b, &err), 0);
	assert_int_equal(spans_common(&a, &b), row->common);
	assert_int_equal(spans_common(&b, &a), row->common);
	arena_release(&arena);
}

/* Of lines 1, 3, 4 and 6 those whose words are among other's lines 2 and 3. */
static void
test_lines_also_in(void **state)
{
	static const struct line_range ranges[] = {{1, 1}, {3, 4}, {6, 6}}, other_ranges[] = {{2, 3}};
	struct line_set set = {ranges, 3}, other_set = {other_ranges, 1};
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text, other;

	(void)state;
	assert_int_equal(text_decode(&text, &arena, slice_str("x\ny\ny\r\nz\nz\nonly\n"), &err), 0);
	assert_int_equal(text_decode(&other, &arena, slice_str("x\nz\ny\nonly\n"), &err), 0);
	assert_int_equal(lines_also_in(&set, &arena, &text, &other, &other_set, &err), 0);
	assert_int_equal(set.n, 1);
	assert_int_equal(set.ranges[0].first, 3);
	assert_int_equal(set.ranges[0].last, 4);
	other_set.n = 0;
	assert_int_equal(lines_also_in(&set, &arena, &text, &other, &other_set, &err), 0);
	assert_int_equal(set.n, 0);
	arena_release(&arena);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 1];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_lines_also_in);
	return cmocka_run_group_tests_name("spans", tests, NULL, NULL);
}
