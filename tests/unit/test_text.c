#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "change/change.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define BYTES(s) slice_of((s), sizeof(s) - 1)

/* --- decoding --- */

struct decode_row {
	const char *name;
	struct slice blob;
	enum text_encoding encoding;
	struct slice bytes;
	uint32_t nlines;
};

/* clang-format off */
#define ROW(name, blob, encoding, text, nlines) {name, {blob, sizeof(blob) - 1}, encoding, {text, sizeof(text) - 1}, nlines}
#define FORTY "0123456789012345678901234567890123456789"
static const struct decode_row decode_rows[] = {
	ROW("decode: nothing", "", TEXT_BYTES, "", 0),
	ROW("decode: one line", "a\n", TEXT_BYTES, "a\n", 1),
	ROW("decode: no final newline", "a\nb", TEXT_BYTES, "a\nb", 2),
	ROW("decode: empty lines", "\n\n", TEXT_BYTES, "\n\n", 2),
	ROW("decode: a lone CR ends no line", "a\rb\r\nc", TEXT_BYTES, "a\rb\r\nc", 2),
	ROW("decode: a stray NUL stays", "a\0b\nc", TEXT_BYTES, "a\0b\nc", 2),
	ROW("decode: invalid UTF-8 stays", "\xff\x80\n", TEXT_BYTES, "\xff\x80\n", 1),
	ROW("decode: UTF-8 mark goes", "\xef\xbb\xbfx\ny", TEXT_UTF8_BOM, "x\ny", 2),
	ROW("decode: nothing but a UTF-8 mark", "\xef\xbb\xbf", TEXT_UTF8_BOM, "", 0),
	ROW("decode: UTF-16LE with mark", "\xff\xfe" "a\0\n\0b\0", TEXT_UTF16LE, "a\nb", 2),
	ROW("decode: UTF-16BE with mark", "\xfe\xff" "\0a\0\n\0b", TEXT_UTF16BE, "a\nb", 2),
	ROW("decode: nothing but a UTF-16 mark", "\xff\xfe", TEXT_UTF16LE, "", 0),
	ROW("decode: UTF-16LE by its NULs", "k\0e\0y\0=\0\n\0", TEXT_UTF16LE, "key=\n", 1),
	ROW("decode: UTF-16BE by its NULs", "\0k\0e\0y\0=\0\n", TEXT_UTF16BE, "key=\n", 1),
	ROW("decode: two, three and four bytes", "\xff\xfe" "\xe4\0\xac\x20\x3d\xd8\x00\xde", TEXT_UTF16LE,
	    "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", 1),
	ROW("decode: pairs in UTF-16BE", "\xfe\xff" "\xd8\x3d\xde\x00", TEXT_UTF16BE, "\xf0\x9f\x98\x80", 1),
	ROW("decode: high surrogate alone", "\xff\xfe" "\x3d\xd8" "a\0", TEXT_UTF16LE, "\xef\xbf\xbd" "a", 1),
	ROW("decode: high surrogate at the end", "\xff\xfe" "\x3d\xd8", TEXT_UTF16LE, "\xef\xbf\xbd", 1),
	ROW("decode: low surrogate alone", "\xff\xfe" "\x00\xde" "a\0", TEXT_UTF16LE, "\xef\xbf\xbd" "a", 1),
	ROW("decode: odd byte at the end", "\xff\xfe" "a\0b", TEXT_UTF16LE, "a\xef\xbf\xbd", 1),
	ROW("decode: U+0A00 and U+000D end no line", "\xff\xfe" "\0\x0a\r\0", TEXT_UTF16LE, "\xe0\xa8\x80\r", 1),
	ROW("decode: Latin-1 letters count as text", "\xe4\0\xf6\0\xfc\0\n\0", TEXT_UTF16LE, "\xc3\xa4\xc3\xb6\xc3\xbc\n", 1),
	ROW("decode: UTF-32LE with mark", "\xff\xfe\0\0a\0\0\0\n\0\0\0\0\xf6\1\0", TEXT_UTF32LE, "a\n\xf0\x9f\x98\x80", 2),
	ROW("decode: UTF-32BE with mark", "\0\0\xfe\xff\0\0\0a\0\0\xd8\0\0\0\0", TEXT_UTF32BE, "a\xef\xbf\xbd\xef\xbf\xbd", 1),
	ROW("decode: UTF-32LE by its NULs", "k\0\0\0=\0\0\0", TEXT_UTF32LE, "k=", 1),
	ROW("decode: UTF-32BE by its NULs", "\0\0\0k\0\0\0=", TEXT_UTF32BE, "k=", 1),
	ROW("decode: plain text behind UTF-32's mark", "\xff\xfe\0\0key = 12", TEXT_BYTES, "\xff\xfe\0\0key = 12", 1),
	ROW("decode: a mark does not hide ASCII", "\xff\xfe" FORTY "\n", TEXT_BYTES, "\xff\xfe" FORTY "\n", 1),
	ROW("decode: leading NULs do not hide ASCII", "a\0b\0c\0d\0" FORTY "\n", TEXT_BYTES, "a\0b\0c\0d\0" FORTY "\n", 1),
	ROW("decode: broken runs behind a mark are no UTF-16", "\xff\xfe\n#\xe9\nkey = \"secret\"\n#\xe9\n", TEXT_BYTES,
	    "\xff\xfe\n#\xe9\nkey = \"secret\"\n#\xe9\n", 4),
	ROW("decode: other bytes do not make up for it", "\xff\xfe" "\xe9\xe8\xe9\xe8\xe9\xe8\xe9\xe8\xe9\xe8" "system(x)\n", TEXT_BYTES,
	    "\xff\xfe" "\xe9\xe8\xe9\xe8\xe9\xe8\xe9\xe8\xe9\xe8" "system(x)\n", 1),
	ROW("decode: ideographs with line ends are", "\xff\xfe" "\x2d\x4e\x87\x65\n\0\x00\x4e\x8c\x4e\n\0", TEXT_UTF16LE,
	    "\xe4\xb8\xad\xe6\x96\x87\n\xe4\xb8\x80\xe4\xba\x8c\n", 2),
	ROW("decode: NULs on both sides are no UTF-16", "a\0b\0\0c\0d", TEXT_BYTES, "a\0b\0\0c\0d", 1),
};
/* clang-format on */

static void
test_decode(void **state)
{
	const struct decode_row *row = *state;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;

	assert_int_equal(text_decode(&text, &arena, row->blob, &err), 0);
	assert_int_equal(text.encoding, row->encoding);
	assert_int_equal(text.bytes.len, row->bytes.len);
	assert_memory_equal(text.bytes.ptr, row->bytes.ptr, row->bytes.len);
	assert_int_equal(text.nlines, row->nlines);
	assert_int_equal(text.starts[0], 0);
	assert_int_equal(text.starts[text.nlines], text.bytes.len);
	assert_null(text.numbers);
	arena_release(&arena);
}

static void
test_decode_null(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;

	assert_int_equal(text_decode(&text, &arena, slice_of(NULL, 0), &err), 0);
	assert_int_equal(text.nlines, 0);
	arena_release(&arena);
}

static void
test_decode_limits(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;
	char *many = malloc(LIMIT_TEXT_LINES + 1);

	assert_non_null(many);
	memset(many, '\n', LIMIT_TEXT_LINES + 1);
	assert_int_equal(text_decode(&text, &arena, slice_of(many, LIMIT_TEXT_LINES + 1), &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	err = (struct err)ERR_INIT;
	assert_int_equal(text_decode(&text, &arena, slice_of(many, LIMIT_TEXT_LINES), &err), 0);
	assert_int_equal(text.nlines, LIMIT_TEXT_LINES);
	/* The size alone decides: nothing behind `many` is read. */
	assert_int_equal(text_decode(&text, &arena, slice_of(many, LIMIT_BLOB_BYTES + 1), &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	free(many);
	arena_release(&arena);
}

/* --- lines --- */

static struct text
make_text(struct arena *arena, struct slice bytes, const uint32_t *numbers)
{
	struct err err = ERR_INIT;
	struct text text;

	assert_int_equal(text_from_lines(&text, arena, bytes, numbers, &err), 0);
	return text;
}

static void
test_line_at(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct text text = make_text(&arena, BYTES("ab\n\ncd\ne"), NULL);
	static const uint32_t expected[] = {1, 1, 1, 2, 3, 3, 3, 4, 4, 4};

	for (size_t i = 0; i < COUNT(expected); i++)
		assert_int_equal(text_line_at(&text, i), expected[i]);
	text = make_text(&arena, BYTES("ab\n"), NULL);
	assert_int_equal(text_line_at(&text, 3), 1);
	text = make_text(&arena, BYTES(""), NULL);
	assert_int_equal(text_line_at(&text, 0), 1);
	arena_release(&arena);
}

static void
test_line(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct text text = make_text(&arena, BYTES("a\r\n\r\n\nb\rc\nd\r"), NULL);

	assert_slice_equal(text_line(&text, 0), "");
	assert_slice_equal(text_line(&text, 1), "a");
	assert_slice_equal(text_line(&text, 2), "");
	assert_slice_equal(text_line(&text, 3), "");
	assert_slice_equal(text_line(&text, 4), "b\rc");
	assert_slice_equal(text_line(&text, 5), "d\r");
	assert_slice_equal(text_line(&text, 6), "");
	arena_release(&arena);
}

static void
test_numbers(void **state)
{
	(void)state;
	static const uint32_t numbers[] = {10, 11, 12, 20, 30, 31};
	static const struct line_range runs[] = {{1, 3}, {1, 3}, {1, 3}, {4, 4}, {5, 6}, {5, 6}};
	struct arena arena = ARENA_INIT;
	struct text text = make_text(&arena, BYTES("a\nb\nc\nd\ne\nf\n"), numbers);

	for (uint32_t i = 0; i < COUNT(numbers); i++) {
		struct line_range run = text_contiguous(&text, i + 1);

		assert_int_equal(text_number(&text, i + 1), numbers[i]);
		assert_int_equal(run.first, runs[i].first);
		assert_int_equal(run.last, runs[i].last);
	}
	assert_int_equal(text_number(&text, 7), 7);
	text = make_text(&arena, BYTES("a\nb\n"), NULL);
	assert_int_equal(text_number(&text, 2), 2);
	assert_int_equal(text_contiguous(&text, 2).first, 1);
	assert_int_equal(text_contiguous(&text, 1).last, 2);
	arena_release(&arena);
}

/* --- binary --- */

struct binary_row {
	const char *name;
	struct slice blob;
	bool binary;
};

/* clang-format off */
#define BINARY(name, blob, binary) {name, {blob, sizeof(blob) - 1}, binary}
static const struct binary_row binary_rows[] = {
	BINARY("binary: nothing", "", false),
	BINARY("binary: text", "int main(void)\n", false),
	BINARY("binary: controls without NUL", "\x01\x02\x03\x04", false),
	BINARY("binary: a stray NUL in text", "password = 'abc\0def'\n", false),
	BINARY("binary: exactly one control in ten", "123456789\0", false),
	BINARY("binary: more than one control in ten", "12345678\0", true),
	BINARY("binary: white space is no control", "\t\n\v\f\r\t\n\v\f\r\0", false),
	BINARY("binary: UTF-16 with mark", "\xff\xfe" "a\0b\0", false),
	BINARY("binary: UTF-16 without mark", "a\0b\0c\0", false),
	BINARY("binary: UTF-32", "\xff\xfe\0\0a\0\0\0", false),
	BINARY("binary: ELF", "\x7f" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0", true),
	BINARY("binary: like compressed data", "\0abcdefgh\xff\xfeij\xfd\xfc\xfb\xfa\xf9", true),
};
/* clang-format on */

static void
test_binary(void **state)
{
	const struct binary_row *row = *state;

	assert_int_equal(text_is_binary(row->blob), row->binary);
}

static void
test_binary_late_nul(void **state)
{
	(void)state;
	char blob[9000];

	memset(blob, 1, sizeof(blob));
	assert_false(text_is_binary(slice_of(blob, sizeof(blob))));
	blob[sizeof(blob) - 1] = '\0'; /* behind the sample, but a NUL all the same */
	assert_true(text_is_binary(slice_of(blob, sizeof(blob))));
	memset(blob, 'a', 8000);
	assert_false(text_is_binary(slice_of(blob, sizeof(blob))));
}

/* --- sets --- */

static const struct line_range some[] = {{2, 3}, {5, 5}, {10, 20}};

static void
test_set_queries(void **state)
{
	(void)state;
	struct line_set set = {some, COUNT(some)}, none = {NULL, 0};

	for (uint32_t line = 0; line < 25; line++) {
		bool in = line == 2 || line == 3 || line == 5 || (line >= 10 && line <= 20);

		assert_int_equal(line_set_has(&set, line), in);
		assert_false(line_set_has(&none, line));
	}
	assert_true(line_set_touches(&set, 1, 2));
	assert_false(line_set_touches(&set, 4, 4));
	assert_true(line_set_touches(&set, 4, 5));
	assert_true(line_set_touches(&set, 6, 30));
	assert_false(line_set_touches(&set, 6, 9));
	assert_false(line_set_touches(&set, 21, 99));
	assert_false(line_set_touches(&set, 3, 2));
	assert_int_equal(line_set_count(&set), 14);
	assert_int_equal(line_set_count(&none), 0);
}

static void
test_set_intersect(void **state)
{
	(void)state;
	static const struct line_range other[] = {{1, 2}, {4, 11}, {13, 13}, {20, 40}};
	static const struct line_range expected[] = {{2, 2}, {5, 5}, {10, 11}, {13, 13}, {20, 20}};
	struct line_set a = {some, COUNT(some)}, b = {other, COUNT(other)}, none = {NULL, 0}, both;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;

	assert_int_equal(line_set_intersect(&both, &arena, &a, &b, &err), 0);
	assert_int_equal(both.n, COUNT(expected));
	assert_memory_equal(both.ranges, expected, sizeof(expected));
	assert_int_equal(line_set_intersect(&both, &arena, &b, &a, &err), 0);
	assert_int_equal(both.n, COUNT(expected));
	assert_memory_equal(both.ranges, expected, sizeof(expected));
	assert_int_equal(line_set_intersect(&both, &arena, &a, &none, &err), 0);
	assert_int_equal(both.n, 0);
	arena_release(&arena);
}

static void
test_object_id(void **state)
{
	(void)state;
	struct object_id id = {""};

	assert_true(object_id_is_none(&id));
	memset(id.hex, '0', 40);
	assert_true(object_id_is_none(&id));
	id.hex[39] = '1';
	assert_false(object_id_is_none(&id));
}

int
main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(test_decode_null), cmocka_unit_test(test_decode_limits),
		cmocka_unit_test(test_line_at),     cmocka_unit_test(test_line),
		cmocka_unit_test(test_numbers),     cmocka_unit_test(test_binary_late_nul),
		cmocka_unit_test(test_set_queries), cmocka_unit_test(test_set_intersect),
		cmocka_unit_test(test_object_id),
	};
	struct CMUnitTest tests[COUNT(fixed) + COUNT(decode_rows) + COUNT(binary_rows)];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(decode_rows); i++)
		tests[n++] = (struct CMUnitTest){decode_rows[i].name, test_decode, NULL, NULL,
						 (void *)(uintptr_t)&decode_rows[i]};
	for (size_t i = 0; i < COUNT(binary_rows); i++)
		tests[n++] = (struct CMUnitTest){binary_rows[i].name, test_binary, NULL, NULL,
						 (void *)(uintptr_t)&binary_rows[i]};
	memcpy(tests + n, fixed, sizeof(fixed));
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
