#include "unit.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/escape.h"
#include "base/file.h"
#include "base/glob.h"
#include "base/hash.h"
#include "base/output.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void
test_slice_sub_clamps(void **state)
{
	(void)state;
	struct slice s = slice_str("hello");

	assert_slice_equal(slice_sub(s, 1, 3), "el");
	assert_slice_equal(slice_sub(s, 3, 99), "lo");
	assert_slice_equal(slice_sub(s, 99, 3), "");
	assert_slice_equal(slice_sub(slice_of(NULL, 0), 0, 5), "");
}

static void
test_slice_lines(void **state)
{
	(void)state;
	struct slice rest = slice_str("a\r\n\nlast"), line;

	assert_true(slice_next_line(&rest, &line));
	assert_slice_equal(line, "a\r");
	assert_true(slice_next_line(&rest, &line));
	assert_slice_equal(line, "");
	assert_true(slice_next_line(&rest, &line));
	assert_slice_equal(line, "last");
	assert_false(slice_next_line(&rest, &line));
}

static void
test_slice_words(void **state)
{
	(void)state;
	struct slice rest = slice_str("  one\ttwo \n"), word;

	assert_true(slice_next_word(&rest, &word));
	assert_slice_equal(word, "one");
	assert_true(slice_next_word(&rest, &word));
	assert_slice_equal(word, "two");
	assert_false(slice_next_word(&rest, &word));
}

static void
test_slice_search(void **state)
{
	(void)state;
	struct slice s = slice_of("a\0bcd", 5);

	assert_int_equal(slice_find(s, slice_str("cd")), 3);
	assert_true(slice_find(s, slice_str("x")) == (size_t)-1);
	assert_true(slice_find(slice_str("a"), slice_str("ab")) == (size_t)-1);
	assert_int_equal(slice_find(s, slice_str("")), 0);
	assert_int_equal(slice_chr(s, '\0'), 1);
	assert_true(slice_cmp(slice_str("ab"), slice_str("abc")) < 0);
	assert_true(slice_cmp(slice_str("b"), slice_str("abc")) > 0);
	assert_true(slice_eq_nocase(slice_str("HeLLo"), "hello"));
	assert_false(slice_eq_nocase(slice_str("hell"), "hello"));
}

static void
test_slice_numbers(void **state)
{
	(void)state;
	unsigned long n = 7;

	assert_true(slice_to_ulong(slice_str("0"), 10, &n) && n == 0);
	assert_true(slice_to_ulong(slice_str("10"), 10, &n) && n == 10);
	assert_false(slice_to_ulong(slice_str("11"), 10, &n));
	assert_true(slice_to_ulong(slice_str("18446744073709551615"), ULONG_MAX, &n) && n == ULONG_MAX);
	assert_false(slice_to_ulong(slice_str("18446744073709551616"), ULONG_MAX, &n));
	assert_false(slice_to_ulong(slice_str(""), 10, &n));
	assert_false(slice_to_ulong(slice_str("-1"), 10, &n));
	assert_false(slice_to_ulong(slice_str("9"), 5, &n));
}

static void
test_slice_base_name(void **state)
{
	(void)state;
	assert_slice_equal(slice_base_name(slice_str("a/b.c")), "b.c");
	assert_slice_equal(slice_base_name(slice_str("b.c")), "b.c");
	assert_slice_equal(slice_base_name(slice_str("a/")), "");
	assert_slice_equal(slice_base_name(slice_str("")), "");
}

static void
test_buf_grows_and_stops(void **state)
{
	(void)state;
	struct buf b = BUF_INIT(8);

	buf_addf(&b, "%d-%s", 42, "x");
	assert_slice_equal(buf_slice(&b), "42-x");
	buf_add_str(&b, "5678");
	assert_true(buf_ok(&b));
	buf_add_char(&b, '9');
	assert_false(buf_ok(&b));
	buf_add_char(&b, 'z');
	assert_slice_equal(buf_slice(&b), "42-x5678");
	buf_clear(&b);
	assert_true(buf_ok(&b));
	assert_int_equal(b.len, 0);
	buf_release(&b);
}

static void
test_arena_aligns_and_zeroes(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct slice copy;

	for (size_t size = 0; size < 40000; size = size * 2 + 1) {
		unsigned char *p = arena_alloc(&a, size);
		assert_non_null(p);
		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, size);
	}
	assert_null(arena_array(&a, SIZE_MAX / 2, 3));
	assert_null(arena_alloc(&a, SIZE_MAX - 4));
	assert_int_equal(arena_dup(&copy, &a, slice_of("a\0b", 3)), 0);
	assert_int_equal(copy.len, 3);
	assert_memory_equal(copy.ptr, "a\0b", 4);
	arena_clear(&a);
	assert_non_null(arena_alloc(&a, 16));
	arena_release(&a);
}

static void
test_array_reserve_overflow(void **state)
{
	(void)state;
	void *p = NULL;
	size_t cap = 0;

	assert_int_equal(array_reserve(&p, &cap, 3, 8), 0);
	assert_true(cap >= 3);
	assert_int_equal(array_reserve(&p, &cap, SIZE_MAX / 4, 8), -1);
	assert_true(cap >= 3);
	free(p);
}

static void
test_err_first_wins(void **state)
{
	(void)state;
	struct err err = ERR_INIT;

	assert_int_equal(err_set(&err, ERR_IO, "first %d", 1), -1);
	assert_int_equal(err_oom(&err), -1);
	assert_int_equal(err.code, ERR_IO);
	assert_string_equal(err.msg, "first 1");
}

static void
test_hash_is_sha256(void **state)
{
	(void)state;
	char a[HASH_HEX_LEN + 1], b[HASH_HEX_LEN + 1];
	const struct slice ab_c[] = {slice_str("ab"), slice_str("c")};
	const struct slice a_bc[] = {slice_str("a"), slice_str("bc")};

	hash_parts(a, NULL, 0);
	assert_string_equal(a, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	hash_parts(a, ab_c, 2);
	hash_parts(b, a_bc, 2);
	assert_string_not_equal(a, b);
}

struct glob_row {
	const char *pattern, *path;
	bool matches;
};

static const struct glob_row glob_rows[] = {
	{"*.py", "a.py", true},
	{"*.py", "x/y/a.py", true},
	{"*.py", "a.pyc", false},
	{"tests", "tests/a.py", true},
	{"tests/", "x/tests/a.py", true},
	{"tests/*", "tests/a.py", true},
	{"tests/*", "x/tests/a.py", false},
	{"/a.py", "a.py", true},
	{"/a.py", "x/a.py", false},
	{"**/a.py", "a.py", true},
	{"**/a.py", "x/y/a.py", true},
	{"src/**/a.py", "src/a.py", true},
	{"src/**/a.py", "src/x/y/a.py", true},
	{"src/**/a.py", "srcx/a.py", false},
	{"src/**", "src/x", true},
	{"a?c", "abc", true},
	{"a?c", "a/c", false},
	{"a*c", "a/c", false},
	{"[a-c]x", "bx", true},
	{"[!a-c]x", "bx", false},
	{"[!a-c]x", "dx", true},
	{"[]x]", "]", true},
	{"[", "[", true},
	{"\\*", "*", true},
	{"\\*", "a", false},
	{"a**b", "aXXb", true},
	{"", "a", false},
	{"/", "a", false},
	{"*", "a/b", true},
	{"**/x/**/y", "a/x/b/x/c/y", true},
	{"**/x/**/y", "a/x/b/x/c/z", false},
	{"a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
};

static void
test_glob_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(glob_rows); i++) {
		const struct glob_row *row = &glob_rows[i];
		if (glob_match(slice_str(row->pattern), slice_str(row->path)) != row->matches)
			fail_msg("%s against %s: not %d", row->pattern, row->path, row->matches);
	}
}

struct escape_row {
	void (*escape)(struct buf *, struct slice);
	const char *in, *out;
};

static const struct escape_row escape_rows[] = {
	{escape_terminal, "plain\ttext", "plain\ttext"},
	{escape_terminal, "\x1b[31m", "\\x1b[31m"},
	{escape_terminal, "a\nb\rc\x7f", "a\\x0ab\\x0dc\\x7f"},
	{escape_terminal, "\xc2\x9b", "<U+009B>"},
	{escape_terminal, "\xe2\x80\xae", "<U+202E>"},
	{escape_terminal, "\xe2\x80\x8b", "<U+200B>"},
	{escape_terminal, "\xf3\xa0\x81\x81", "<U+E0041>"},
	{escape_terminal, "gr\xc3\xbc\xc3\x9f", "gr\xc3\xbc\xc3\x9f"},
	{escape_terminal, "\xff\xc0\x80", "\\xff\\xc0\\x80"},
	{escape_path, "dir/a b.c", "dir/a b.c"},
	{escape_path, "a\nb", "\"a\\nb\""},
	{escape_path, "a\"b\\", "\"a\\\"b\\\\\""},
	{escape_path, "a\xff", "\"a\\377\""},
	{escape_path, "\x1b", "\"\\033\""},
	{escape_path, "\xe2\x80\xae", "\"\\342\\200\\256\""},
	{escape_path, "\xc3\xbc", "\xc3\xbc"},
	{escape_uri, "a b/c%.py", "a%20b/c%25.py"},
	{escape_uri, "\xc3\xbc", "%C3%BC"},
	{escape_utf8, "a\xff\xc3\xbc", "a\xef\xbf\xbd\xc3\xbc"},
	{escape_utf8, "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
};

static void
test_escape_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(escape_rows); i++) {
		struct buf out = BUF_INIT(1000);
		escape_rows[i].escape(&out, slice_str(escape_rows[i].in));
		assert_slice_equal(buf_slice(&out), escape_rows[i].out);
		buf_release(&out);
	}
}

static void
test_utf8_round_trip(void **state)
{
	(void)state;
	struct buf b = BUF_INIT(8);

	for (unsigned long c = 0; c <= 0x10ffff; c += 97) {
		size_t pos = 0;
		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		buf_clear(&b);
		utf8_add(&b, c);
		assert_int_equal(utf8_next(buf_slice(&b), &pos), (long)c);
		assert_int_equal(pos, b.len);
	}
	buf_release(&b);
}

static void
test_cut_character_is_dropped(void **state)
{
	(void)state;
	struct err err = ERR_INIT;
	char text[2000];

	/* Two bytes a character behind one: the 1023 bytes of a message end within one. */
	for (size_t i = 0; i + 1 < sizeof(text); i += 2)
		memcpy(text + i, "\xc3\xbc", 2);
	text[sizeof(text) - 2] = '\0';
	err_set(&err, ERR_IO, "%s", text);
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 2);
	assert_int_equal(utf8_whole(slice_str("a\xf0\x9f\x98")), 1);
	assert_int_equal(utf8_whole(slice_str("a\xe2\x82\xac")), 4);
	assert_int_equal(utf8_whole(slice_str("abc")), 3);
	assert_int_equal(utf8_whole(slice_str("")), 0);
	assert_int_equal(utf8_whole(slice_str("\xc3")), 0);
}

static void
test_file_replace_and_read(void **state)
{
	(void)state;
	char dir[] = "/tmp/sluice-unit-XXXXXX", path[64];
	struct err err = ERR_INIT;
	struct buf b = BUF_INIT(100);

	assert_non_null(mkdtemp(dir));
	assert_true(snprintf(path, sizeof(path), "%s/f", dir) > 0);
	assert_int_equal(file_replace(path, slice_str("one"), 0600, &err), 0);
	assert_int_equal(file_replace(path, slice_str("two"), 0600, &err), 0);
	assert_int_equal(file_read(&b, path, 100, &err), 0);
	assert_slice_equal(buf_slice(&b), "two");
	assert_int_equal(file_read(&b, path, 2, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	err = (struct err)ERR_INIT;
	assert_int_equal(file_replace("/nonexistent/f", slice_str(""), 0600, &err), -1);
	assert_int_equal(err.code, ERR_IO);
	unlink(path);
	assert_int_equal(rmdir(dir), 0); /* no temporary file is left */
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slice_sub_clamps),
		cmocka_unit_test(test_slice_lines),
		cmocka_unit_test(test_slice_words),
		cmocka_unit_test(test_slice_search),
		cmocka_unit_test(test_slice_numbers),
		cmocka_unit_test(test_slice_base_name),
		cmocka_unit_test(test_buf_grows_and_stops),
		cmocka_unit_test(test_arena_aligns_and_zeroes),
		cmocka_unit_test(test_array_reserve_overflow),
		cmocka_unit_test(test_err_first_wins),
		cmocka_unit_test(test_hash_is_sha256),
		cmocka_unit_test(test_glob_rows),
		cmocka_unit_test(test_escape_rows),
		cmocka_unit_test(test_utf8_round_trip),
		cmocka_unit_test(test_cut_character_is_dropped),
		cmocka_unit_test(test_file_replace_and_read),
	};

	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
