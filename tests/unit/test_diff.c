#include "unit.h"

#include <git2.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "change/diff.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static int
start(void **state)
{
	(void)state;
	return git_libgit2_init() < 0 ? -1 : 0;
}

static int
stop(void **state)
{
	(void)state;
	git_libgit2_shutdown();
	return 0;
}

static void
run_diff(struct hunk **hunks, size_t *n, struct arena *arena, struct slice a, struct slice b)
{
	struct err err = ERR_INIT;
	struct text old_text, new_text;

	assert_int_equal(text_from_lines(&old_text, arena, a, NULL, &err), 0);
	assert_int_equal(text_from_lines(&new_text, arena, b, NULL, &err), 0);
	assert_int_equal(diff_texts(hunks, n, arena, &old_text, &new_text, &err), 0);
}

struct diff_row {
	const char *name;
	struct slice old_bytes, new_bytes;
	size_t n;
	struct hunk hunks[3];
};

/* clang-format off */
#define ROW(name, a, b, n, ...) {name, {a, sizeof(a) - 1}, {b, sizeof(b) - 1}, n, {__VA_ARGS__}}
static const struct diff_row rows[] = {
	ROW("diff: both empty", "", "", 0, {0}),
	ROW("diff: the same", "a\nb\n", "a\nb\n", 0, {0}),
	ROW("diff: from nothing", "", "a\nb\n", 1, {1, 0, 1, 2}),
	ROW("diff: to nothing", "a\nb\n", "", 1, {1, 2, 1, 0}),
	ROW("diff: a line replaced", "a\nb\nc\n", "a\nx\nc\n", 1, {2, 1, 2, 1}),
	ROW("diff: added at the start", "b\n", "a\nb\n", 1, {1, 0, 1, 1}),
	ROW("diff: added in the middle", "a\nc\n", "a\nb\nc\n", 1, {2, 0, 2, 1}),
	ROW("diff: added at the end", "a\n", "a\nb\nc\n", 1, {2, 0, 2, 2}),
	ROW("diff: removed at the start", "a\nb\n", "b\n", 1, {1, 1, 1, 0}),
	ROW("diff: removed at the end", "a\nb\nc\n", "a\n", 1, {2, 2, 2, 0}),
	ROW("diff: three hunks", "a\nb\nc\nd\ne\n", "a\nB\nc\ne\nf\n", 3, {2, 1, 2, 1}, {4, 1, 4, 0}, {6, 0, 5, 1}),
	ROW("diff: final newline lost", "a\nb\n", "a\nb", 1, {2, 1, 2, 1}),
	ROW("diff: final newline gained", "a\nb", "a\nb\n", 1, {2, 1, 2, 1}),
	ROW("diff: line behind a missing newline", "a\nb", "a\nb\nc", 1, {2, 1, 2, 2}),
	ROW("diff: line ends count", "a\r\nb\n", "a\nb\n", 1, {1, 1, 1, 1}),
	ROW("diff: blanks count", "a b\n", "a  b\n", 1, {1, 1, 1, 1}),
	ROW("diff: NULs are bytes", "a\0b\nc\n", "a\0x\nc\n", 1, {1, 1, 1, 1}),
	ROW("diff: a lone CR ends no line", "a\rb\nc\n", "a\rx\nc\n", 1, {1, 1, 1, 1}),
	/* A copy of a block slides as far as git's indent heuristic moves it. */
	ROW("diff: a copied function",
	    "int a()\n{\n\tx;\n}\n\nint b()\n{\n\tx;\n}\n",
	    "int a()\n{\n\tx;\n}\n\nint n()\n{\n\tx;\n}\n\nint b()\n{\n\tx;\n}\n", 1, {6, 0, 6, 5}),
	ROW("diff: the second of equal lines is the new one", "a\nx\nb\n", "a\nx\nx\nb\n", 1, {3, 0, 3, 1}),
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct diff_row *row = *state;
	struct arena arena = ARENA_INIT;
	struct hunk *hunks;
	size_t n;

	run_diff(&hunks, &n, &arena, row->old_bytes, row->new_bytes);
	assert_int_equal(n, row->n);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(hunks[i].old_start, row->hunks[i].old_start);
		assert_int_equal(hunks[i].old_count, row->hunks[i].old_count);
		assert_int_equal(hunks[i].new_start, row->hunks[i].new_start);
		assert_int_equal(hunks[i].new_count, row->hunks[i].new_count);
	}
	arena_release(&arena);
}

/* `lines` numbered lines; the one numbered `odd` reads otherwise. */
static void
number_lines(struct buf *out, unsigned lines, unsigned odd)
{
	for (unsigned i = 1; i <= lines; i++)
		buf_addf(out, i == odd ? "other %u\n" : "line number %u\n", i);
	assert_true(buf_ok(out));
}

/* Far more than what is cut off at head and tail. */
static void
test_trimmed(void **state)
{
	(void)state;
	static const unsigned odd[] = {1, 2, 700, 5000, 12345, 19990, 19999, 20000};
	struct buf a = BUF_INIT(1 << 20), b = BUF_INIT(1 << 20);

	number_lines(&a, 20000, 0);
	for (size_t i = 0; i < COUNT(odd); i++) {
		struct arena arena = ARENA_INIT;
		struct hunk *hunks;
		size_t n;

		buf_clear(&b);
		number_lines(&b, 20000, odd[i]);
		run_diff(&hunks, &n, &arena, buf_slice(&a), buf_slice(&b));
		assert_int_equal(n, 1);
		assert_int_equal(hunks[0].old_start, odd[i]);
		assert_int_equal(hunks[0].old_count, 1);
		assert_int_equal(hunks[0].new_start, odd[i]);
		assert_int_equal(hunks[0].new_count, 1);
		arena_release(&arena);
	}
	buf_release(&a);
	buf_release(&b);
}

static void
test_appended_to_large(void **state)
{
	(void)state;
	struct buf a = BUF_INIT(1 << 20), b = BUF_INIT(1 << 20);
	struct arena arena = ARENA_INIT;
	struct hunk *hunks;
	size_t n;

	number_lines(&a, 20000, 0);
	number_lines(&b, 20003, 0);
	run_diff(&hunks, &n, &arena, buf_slice(&a), buf_slice(&b));
	assert_int_equal(n, 1);
	assert_int_equal(hunks[0].old_start, 20001);
	assert_int_equal(hunks[0].old_count, 0);
	assert_int_equal(hunks[0].new_start, 20001);
	assert_int_equal(hunks[0].new_count, 3);
	arena_release(&arena);
	buf_release(&a);
	buf_release(&b);
}

/* A border that falls into one line must not cut it. */
static void
test_long_lines(void **state)
{
	(void)state;
	size_t len = 1 << 20;
	char *a = malloc(len), *b = malloc(len);
	struct arena arena = ARENA_INIT;
	struct hunk *hunks;
	size_t n;

	assert_true(a && b);
	memset(a, 'x', len);
	a[2] = '\n';
	memcpy(b, a, len);
	b[len / 2] = 'y';
	run_diff(&hunks, &n, &arena, slice_of(a, len), slice_of(b, len));
	assert_int_equal(n, 1);
	assert_int_equal(hunks[0].old_start, 2);
	assert_int_equal(hunks[0].old_count, 1);
	assert_int_equal(hunks[0].new_start, 2);
	assert_int_equal(hunks[0].new_count, 1);
	free(a);
	free(b);
	arena_release(&arena);
}

static void
test_sets(void **state)
{
	(void)state;
	/* The first two meet on the new side, as a patch without context may have them. */
	static const struct hunk hunks[] = {{1, 1, 1, 2}, {3, 1, 3, 1}, {5, 2, 6, 0}, {9, 0, 8, 1}};
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct line_set set;

	assert_int_equal(diff_added(&set, &arena, hunks, COUNT(hunks), &err), 0);
	assert_int_equal(set.n, 2);
	assert_int_equal(set.ranges[0].first, 1);
	assert_int_equal(set.ranges[0].last, 3);
	assert_int_equal(set.ranges[1].first, 8);
	assert_int_equal(set.ranges[1].last, 8);
	assert_int_equal(diff_removed(&set, &arena, hunks, COUNT(hunks), &err), 0);
	assert_int_equal(set.n, 3);
	assert_int_equal(set.ranges[0].last, 1);
	assert_int_equal(set.ranges[1].first, 3);
	assert_int_equal(set.ranges[1].last, 3);
	assert_int_equal(set.ranges[2].first, 5);
	assert_int_equal(set.ranges[2].last, 6);
	assert_int_equal(diff_added(&set, &arena, NULL, 0, &err), 0);
	assert_int_equal(set.n, 0);
	arena_release(&arena);
}

int
main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(test_trimmed),
		cmocka_unit_test(test_appended_to_large),
		cmocka_unit_test(test_long_lines),
		cmocka_unit_test(test_sets),
	};
	struct CMUnitTest tests[COUNT(fixed) + COUNT(rows)];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	memcpy(tests + COUNT(rows), fixed, sizeof(fixed));
	return cmocka_run_group_tests_name("diff", tests, start, stop);
}
