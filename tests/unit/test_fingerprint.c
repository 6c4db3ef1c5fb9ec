#include "finding_fixture.h"

#include "base/hash.h"
#include "finding/fingerprint.h"

static const struct rule rule = {.id = SLICE_LITERAL("py-eval")};
static const struct rule other_rule = {.id = SLICE_LITERAL("py-exec")};

struct print {
	char hex[33];
};

/* The fingerprint of a match of lines first to last of one side. */
static struct print
of_lines(const char *listing, bool new_side, uint32_t first, uint32_t last, const struct rule *of)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct change change;
	struct print print;

	listing_change(&change, &arena, "a.py", "a.py", listing);
	const struct text *text = new_side ? &change.new_text : &change.old_text;
	struct match match = {.rule = of, .start = text->starts[first - 1], .end = text->starts[last]};
	assert_int_equal(fingerprint_match(print.hex, &change, new_side, &match, &err), 0);
	arena_release(&arena);
	return print;
}

#define NEW(listing, line) of_lines(listing, true, line, line, &rule).hex
#define OLD(listing, line) of_lines(listing, false, line, line, &rule).hex

/* The definition, spelt out. */
static void
test_definition(void **state)
{
	const struct slice parts[] = {SLICE_LITERAL("py-eval"), SLICE_LITERAL("eval(x)"), SLICE_LITERAL("0")};
	char hex[HASH_HEX_LEN + 1];

	(void)state;
	hash_parts(hex, parts, 3);
	hex[32] = '\0';
	assert_string_equal(NEW("+  eval( x )\n", 1), hex);
}

/* What is written of the bytes `secret` in the only line. */
static struct print
of_secret(const char *line, const char *secret, const char *key)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct fingerprint_side side;
	struct fingerprints prints;
	struct change change;
	struct print print;

	listing_change(&change, &arena, "a.py", "a.py", line);
	size_t at = slice_find(change.new_text.bytes, slice_str(secret));
	struct match match = {.rule = &rule, .start = (uint32_t)at, .end = (uint32_t)(at + strlen(secret))};
	fingerprint_side_init(&side, &change, true);
	assert_int_equal(fingerprint_in_side(&prints, &side, &match, slice_str(key), &err), 0);
	fingerprint_side_release(&side);
	assert_string_not_equal(prints.full, prints.secret);
	memcpy(print.hex, prints.secret, sizeof(print.hex));
	arena_release(&arena);
	return print;
}

/* Both definitions, spelt out: of the line only 16 bits count, unless there is a key. */
static void
test_secret(void **state)
{
	const struct slice line = SLICE_LITERAL("password=\"sesame\""), n = SLICE_LITERAL("0");
	uint8_t check[HASH_BYTES], digest[HASH_BYTES];
	char hex[33];

	(void)state;
	hash_keyed(check, slice_str("check"), &line, 1);
	const struct slice parts[] = {rule.id, SLICE_LITERAL("password"), n, {(const char *)check, 2}};
	hash_keyed(digest, slice_str(""), parts, 4);
	hash_hex(hex, digest, 16);
	assert_string_equal(of_secret("+  password = \"sesame\"\n", "sesame", "").hex, hex);
	const struct slice all[] = {rule.id, line, n};
	hash_keyed(digest, slice_str("a key"), all, 3);
	hash_hex(hex, digest, 16);
	assert_string_equal(of_secret("+  password = \"sesame\"\n", "sesame", "a key").hex, hex);
	struct print print = of_secret("+password = \"sesame\"\n", "sesame", "");
	assert_string_not_equal(of_secret("+password = \"sesami\"\n", "sesami", "").hex, print.hex);
	assert_string_not_equal(of_secret("+passphrase = \"sesame\"\n", "sesame", "").hex, print.hex);
}

/* RFC 4231's first case, with the length that stands before each part. */
static void
test_keyed(void **state)
{
	char key[20], hex[65];
	uint8_t digest[HASH_BYTES], long_key[HASH_BYTES];
	const struct slice part = SLICE_LITERAL("Hi There");
	char of_hash[65];

	(void)state;
	memset(key, 0x0b, sizeof(key));
	hash_keyed(digest, slice_of(key, sizeof(key)), &part, 1);
	hash_hex(hex, digest, sizeof(digest));
	assert_string_equal(hex, "7f576cd063ed3e3615e6bf957fc801d0f4d8cf70bc1a604ab2ba1d06c8732e2e");
	/* A key of more than a block is its hash. */
	char letters[100];
	memset(letters, 'k', sizeof(letters));
	hash_sha256(long_key, slice_of(letters, sizeof(letters)));
	hash_keyed(digest, slice_of(letters, sizeof(letters)), &part, 1);
	hash_hex(hex, digest, sizeof(digest));
	hash_keyed(digest, slice_of(long_key, sizeof(long_key)), &part, 1);
	hash_hex(of_hash, digest, sizeof(digest));
	assert_string_equal(hex, of_hash);
}

static void
test_survives(void **state)
{
	struct print plain = of_lines("+eval(x)\n", true, 1, 1, &rule);

	(void)state;
	assert_string_equal(NEW(" a\n b\n+eval(x)\n", 3), plain.hex);
	assert_string_equal(NEW("+\t\teval(x)\t\n", 1), plain.hex);
	assert_string_equal(NEW("-a\n-b\n eval(x)\n", 1), plain.hex);
	assert_string_equal(NEW("+eval(x)\r\n", 1), plain.hex);
	assert_string_equal(OLD("-eval(x)\n", 1), plain.hex);
	assert_string_not_equal(NEW("+eval(y)\n", 1), plain.hex);
	assert_string_not_equal(of_lines("+eval(x)\n", true, 1, 1, &other_rule).hex, plain.hex);
}

/* A copy above an old line is the new one, and old ones keep their fingerprints. */
static void
test_copies(void **state)
{
	struct print first = of_lines(" eval(x)\n eval(x)\n", true, 1, 1, &rule);
	struct print second = of_lines(" eval(x)\n eval(x)\n", true, 2, 2, &rule);
	struct print third = of_lines(" eval(x)\n eval(x)\n eval(x)\n", true, 3, 3, &rule);
	const char *above = "+eval(x)\n eval(x)\n z\n eval(x)\n";

	(void)state;
	assert_string_not_equal(first.hex, second.hex);
	assert_string_equal(NEW(above, 1), third.hex);
	assert_string_equal(NEW(above, 2), first.hex);
	assert_string_equal(NEW(above, 4), second.hex);
	assert_string_equal(NEW("+eval(x)\n z\n+eval(x)\n", 3), second.hex);
	assert_string_equal(OLD("-eval(x)\n eval(x)\n", 1), second.hex);
}

/* Runs of several lines: equal line by line, not as one text. */
static void
test_runs(void **state)
{
	struct print pair = of_lines("+a\n+b\n", true, 1, 2, &rule);

	(void)state;
	assert_string_equal(of_lines("+ab\n+a\n+b\n", true, 2, 3, &rule).hex, pair.hex);
	assert_string_equal(of_lines("+a\n+c\n+a\n+b\n", true, 3, 4, &rule).hex, pair.hex);
	assert_string_not_equal(of_lines("+a\n+b\n+a\n+b\n", true, 3, 4, &rule).hex, pair.hex);
}

/* Far from the match a long line may change; near it, it may not. */
static void
test_long_line(void **state)
{
	struct print prints[3];

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct arena arena = ARENA_INIT;
		struct err err = ERR_INIT;
		struct change change;
		char *line = calloc(1, 40000);
		assert_non_null(line);
		memset(line, 'x', 39998);
		line[0] = '+';
		if (i > 0)
			line[i == 1 ? 39000 : 20500] = 'y';
		listing_change(&change, &arena, "a.js", "a.js", line);
		struct match match = {.rule = &rule, .start = 20000, .end = 20010};
		assert_int_equal(fingerprint_match(prints[i].hex, &change, true, &match, &err), 0);
		arena_release(&arena);
		free(line);
	}
	assert_string_equal(prints[1].hex, prints[0].hex);
	assert_string_not_equal(prints[2].hex, prints[0].hex);
}

static void
test_lines(void **state)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;

	(void)state;
	assert_int_equal(text_from_lines(&text, &arena, slice_str("ab\ncd\nef"), NULL, &err), 0);
	static const uint32_t cases[][4] = {
		{0, 1, 1, 1}, {0, 3, 1, 1}, {0, 4, 1, 2}, {2, 3, 1, 1}, {3, 3, 2, 2}, {1, 8, 1, 3},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct line_range lines = fingerprint_lines(&text, cases[i][0], cases[i][1]);
		assert_int_equal(lines.first, cases[i][2]);
		assert_int_equal(lines.last, cases[i][3]);
	}
	arena_release(&arena);
}

static void
test_line_hash(void **state)
{
	const struct line_key key = {1, 2}, other = {1, 3};
	struct slice line = slice_str("if (x) return y;"), loose = slice_str("\tif (x)  return  y; \r");

	(void)state;
	assert_true(fingerprint_line(line) == fingerprint_line(loose));
	assert_true(fingerprint_line_keyed(line, key) == fingerprint_line_keyed(loose, key));
	assert_false(fingerprint_line_keyed(line, key) == fingerprint_line_keyed(line, other));
	assert_false(fingerprint_line(line) == fingerprint_line(slice_str("if (x) return z;")));
	assert_false(fingerprint_line(slice_str("a")) == fingerprint_line(slice_of("a\0", 2)));
	/* The zero bytes of the last word do not pass for NULs. */
	assert_false(fingerprint_line(slice_of("12345678", 8)) ==
		     fingerprint_line(slice_of("12345678\0", 9)));
}

static void
test_trivial(void **state)
{
	static const char *const trivial[] = {"", " \t", "}", "});", "{ { { { {", "fi", "a b", "-----"};
	static const char *const telling[] = {"else", "a+b;", "  x = 1;", "\xc3\xa9\xc3\xa9", "} x })"};

	(void)state;
	for (size_t i = 0; i < sizeof(trivial) / sizeof(*trivial); i++)
		assert_true(fingerprint_is_trivial(slice_str(trivial[i])));
	for (size_t i = 0; i < sizeof(telling) / sizeof(*telling); i++)
		assert_false(fingerprint_is_trivial(slice_str(telling[i])));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_definition), cmocka_unit_test(test_secret),
		cmocka_unit_test(test_keyed),      cmocka_unit_test(test_survives),
		cmocka_unit_test(test_copies),     cmocka_unit_test(test_runs),
		cmocka_unit_test(test_long_line),  cmocka_unit_test(test_lines),
		cmocka_unit_test(test_line_hash),  cmocka_unit_test(test_trivial),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
