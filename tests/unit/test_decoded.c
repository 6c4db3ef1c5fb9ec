/*
 * Rules on what is encoded in the touched lines.
 */
#include "match_fixture.h"

#include <zlib.h>

#include "match/encoded.h"

/* --- runs --- */

struct run_row {
	const char *name, *text, *shown;
};

/* clang-format off */
static const struct run_row run_rows[] = {
	{"base64", "a = \"aGVsbG8gd29ybGQhIQ==\";", "5-25 base64 hello world!!"},
	{"base64 without padding", "aGVsbG8gd29ybGQhIQ", "0-18 base64 hello world!!"},
	{"base64 of URLs", "x=fn5-fn5-fn5-fn5-fn5-", "2-22 base64 ~~~~~~~~~~~~~~~"},
	{"base64 in lines", "aGVsbG8gd29ybGQhIGhlbGxvIHdvcmxk\n  ISBoZWxsbyB3b3JsZCEgaGVsbG8gd29y\n  bGQh\nabc d",
	 "0-74 base64 hello world! hello world! hello world! hello world!"},
	{"the next line is not alone", "aGVsbG8gd29ybGQhIGhlbGxvIHdvcmxk\npassword: x", "0-32 base64 hello world! hello world"},
	{"short lines do not go on", "aGVsbG8gd29ybGQh\nISEhISEh\n", "0-16 base64 hello world!"},
	{"behind a path", "/some/path/aGVsbG8gd29ybGQhIQ==", "11-31 base64 hello world!!"},
	{"behind a prefix", "my-aGVsbG8gd29ybGQhIQ==", "3-23 base64 hello world!!"},
	{"too short", "aGVsbG8gd29ybG", ""},
	{"names of functions", "getSomethingFromSomewhere_or_nowhere", ""},
	{"hexadecimal", "68656c6c6f20776f726c642121", "0-26 hexadecimal hello world!!"},
	{"hexadecimal behind 0x", "0x68656c6c6f20776f726c642121", "2-28 hexadecimal hello world!!"},
	{"a hash", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ""},
	{"UTF-16", "aABlAGwAbABvACAAdwBvAHIAbABkAA==", "0-32 base64 hello world"},
	{"two", "aGVsbG8gd29ybGQhIQ== aGVsbG8gd29ybGQhIQ==", "0-20 base64 hello world!!; 21-41 base64 hello world!!"},
};
/* clang-format on */

static void
test_runs(void **state)
{
	const struct run_row *row = *state;
	struct slice text = slice_str(row->text);
	struct buf out = BUF_INIT(1000), shown = BUF_INIT(1000);
	struct encoded_run run;
	struct err err = ERR_INIT;
	size_t at = 0;
	int rc;

	while ((rc = encoded_next(&run, &out, 100, text, &at, text.len, &err)) == 1) {
		buf_addf(&shown, "%s%zu-%zu %s ", shown.len ? "; " : "", run.start, run.end,
			 encoding_name(run.encoding));
		buf_add_slice(&shown, buf_slice(&out));
		buf_clear(&out);
	}
	assert_int_equal(rc, 0);
	assert_slice_equal(buf_slice(&shown), row->shown);
	buf_release(&out);
	buf_release(&shown);
}

/* Each mark may begin a run: a text of marks must not be read once for each of them. */
static void
test_marks(void **state)
{
	struct buf text = BUF_INIT(1u << 23), out = BUF_INIT(1000);
	struct encoded_run run;
	struct err err = ERR_INIT;
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < 1u << 21; i++)
		buf_add_str(&text, "a/");
	assert_true(buf_ok(&text));
	assert_int_equal(encoded_next(&run, &out, 100, buf_slice(&text), &at, text.len, &err), 0);
	assert_int_equal(at, text.len);
	buf_release(&text);
	buf_release(&out);
}

/* --- escapes --- */

struct escape_row {
	const char *text, *decoded;
};

static const struct escape_row escape_rows[] = {
	{"a%20b%3d", "a b="},
	{"100% of %zz", NULL},
	{"\\x41\\x42", "AB"},
	{"\\u0041\\u00e4", "A\xc3\xa4"},
	{"\\ud83d\\ude00", "\xf0\x9f\x98\x80"},
	{"\\ud83d", NULL},
	{"\\u{1f600}", "\xf0\x9f\x98\x80"},
	{"\\U0001f600", "\xf0\x9f\x98\x80"},
	{"\\u{110000}", NULL},
	{"\\101\\102", "AB"},
	{"\\901", NULL},
	{"a\\nb\\\"c\\\"\\/", "a\nb\"c\"/"},
	{"&lt;&amp;&quot;&#65;&#x42;&apos;", "<&\"AB'"},
	{"&nbsp; & &#; &#x; &#99999999;", NULL},
	{"\\", NULL},
	{"%4", NULL},
	{"\\x4", NULL},
	{"&#6", NULL},
};

static void
test_escapes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(escape_rows); i++) {
		const struct escape_row *row = &escape_rows[i];
		struct buf out = BUF_INIT(1000);
		struct origins origins = {0};
		struct err err = ERR_INIT;
		int rc = encoded_unescape(&out, &origins, slice_str(row->text), 10, &err);

		if (rc != (row->decoded != NULL))
			fail_msg("%s", row->text);
		assert_slice_equal(buf_slice(&out), row->decoded ? row->decoded : "");
		assert_int_equal(origins.n, out.len);
		buf_release(&out);
		free(origins.items);
	}
}

static void
test_origins(void **state)
{
	static const uint32_t expected[] = {10, 11, 14, 15, 15};
	struct buf out = BUF_INIT(1000);
	struct origins origins = {0};
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(encoded_unescape(&out, &origins, slice_str("a%20b\\u00e4"), 10, &err), 1);
	assert_int_equal(origins.n, 5);
	assert_memory_equal(origins.items, expected, sizeof(expected));
	buf_release(&out);
	free(origins.items);
}

/* --- matches --- */

#define TOKEN(where, ...)                                                                                    \
	{                                                                                                    \
		.id = S("t"), .area = (where), .formula = REGEX("\\btok_(\\w+)"), __VA_ARGS__                \
	}
#define BLOCK(where, ...)                                                                                    \
	{                                                                                                    \
		.id = S("b"), .area = (where), .formula = REGEX("(?s)begin.*?end"), .window = WINDOW_FILE,   \
		__VA_ARGS__                                                                                  \
	}

struct row {
	const char *name;
	struct rule rules[2];
	const char *text, *shown;
};

/* clang-format off */
static const struct row rows[] = {
	{"base64", {TOKEN(AREA_SECRETS)}, "x: dG9rX2FiY2RlZiBhbmQgc28gb24=", "t 3-31 $1=dG9rX2FiY2RlZiBhbmQgc28gb24="},
	{"not in another area", {TOKEN(AREA_AUTH)}, "x: dG9rX2FiY2RlZiBhbmQgc28gb24=", ""},
	{"but if it asks", {TOKEN(AREA_AUTH, .decode = DECODE_ALWAYS)}, "dG9rX2FiY2RlZiBhbmQgc28gb24=", "t 0-28 $1=dG9rX2FiY2RlZiBhbmQgc28gb24="},
	{"not if it asks not to", {TOKEN(AREA_SECRETS, .decode = DECODE_NEVER)}, "dG9rX2FiY2RlZiBhbmQgc28gb24=", ""},
	{"not what was removed", {TOKEN(AREA_SECRETS, .on = DIFF_REMOVED)}, "dG9rX2FiY2RlZiBhbmQgc28gb24=", ""},
	{"escapes: the bytes that became the match", {TOKEN(AREA_SECRETS)}, "x%20t%6fk%5fabc%20y", "t 4-15 $1=t%6fk%5fabc"},
	{"what stands there plainly is told once", {TOKEN(AREA_SECRETS)}, "tok_abc%20y", "t 0-7 $1=abc"},
	{"what an escape hides the border of", {TOKEN(AREA_SECRETS)}, "%22tok_abc%22", "t 3-10 $1=tok_abc"},
	{"twice", {TOKEN(AREA_SECRETS)}, "ZEc5clgyRmlZMlJsWmlCaGJtUWdjMjhnYjI0PQ==", "t 0-40 $1=ZEc5clgyRmlZMlJsWmlCaGJtUWdjMjhnYjI0PQ=="},
	{"escapes in base64", {TOKEN(AREA_SECRETS)}, "JTc0JTZmJTZiJTVmYWJj", "t 0-20 $1=JTc0JTZmJTZiJTVmYWJj"},
	{"base64 in escapes", {TOKEN(AREA_SECRETS)}, "%64G9rX2FiY2RlZiBhbmQgc28gb24%3d;", "t 0-32 $1=%64G9rX2FiY2RlZiBhbmQgc28gb24%3d"},
	{"lines of one run", {BLOCK(AREA_SECRETS)}, "YmVnaW4KYW5kIHNvIG9uCmVuZA==", "b 0-28"},
	{"lines of two runs are no block", {BLOCK(AREA_SECRETS)}, "YmVnaW4gYW5kIHNvIG9u ZW5kIG9mIGl0IG5vdyE=", ""},
	{"line ends that are escapes", {BLOCK(AREA_SECRETS)}, "x begin\\nand\\nend y", "b 2-17"},
	{"each of several rules", {TOKEN(AREA_SECRETS), BLOCK(AREA_SECRETS)}, "dG9rX2FiYyBiZWdpbiB0b2tfZGVmIGVuZA==", "t 0-36 $1=dG9rX2FiYyBiZWdpbiB0b2tfZGVmIGVuZA==; b 0-36"},
};
/* clang-format on */

static void
test_matches(void **state)
{
	const struct row *row = *state;
	struct fixture f;

	fixture_begin(&f, row->rules, row->rules[1].id.len > 0 ? 2 : 1);
	fixture_scan(&f, slice_str(row->text), NULL);
	assert_string_equal(fixture_show(&f), row->shown);
	fixture_end(&f);
}

static void
test_touched(void **state)
{
	static const struct rule rule = TOKEN(AREA_SECRETS);
	static const struct line_range second = {2, 2};
	const struct line_set lines = {&second, 1};
	struct fixture f;

	(void)state;
	fixture_begin(&f, &rule, 1);
	fixture_scan(&f, slice_str("dG9rX2FiY2RlZiBhbmQgc28gb24=\nt%6fk_a\nt%6fk_b\n"), &lines);
	assert_string_equal(fixture_show(&f), "t 29-36 $1=t%6fk_a");
	assert_string_equal(f.list.items[0].encoding, "escapes");
	fixture_end(&f);
}

/* --- compressed --- */

static void
add_gzip(struct buf *out, const char *text, size_t repeat)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	struct buf plain = BUF_INIT(64u << 20);
	size_t room = 1u << 20;
	unsigned char *packed = malloc(room);
	z_stream z = {0};

	assert_non_null(packed);
	for (size_t i = 0; i < repeat; i++)
		buf_add_str(&plain, text);
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = (Bytef *)plain.ptr;
	z.avail_in = (uInt)plain.len;
	z.next_out = packed;
	z.avail_out = (uInt)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	size_t n = z.total_out;
	deflateEnd(&z);
	memset(packed + n, 0, 3);
	for (size_t i = 0; i < n; i += 3) {
		uint32_t three = (uint32_t)packed[i] << 16 | (uint32_t)packed[i + 1] << 8 | packed[i + 2];
		for (int shift = 18; shift >= 0; shift -= 6)
			buf_add_char(out, letters[three >> shift & 63]);
	}
	free(packed);
	buf_release(&plain);
}

static void
test_gzip(void **state)
{
	static const struct rule rule = TOKEN(AREA_SECRETS);
	struct buf text = BUF_INIT(64u << 20);
	struct fixture f;

	(void)state;
	fixture_begin(&f, &rule, 1);
	add_gzip(&text, "a tok_abcdef and so on\n", 1);
	fixture_scan(&f, buf_slice(&text), NULL);
	assert_int_equal(f.list.n, 1);
	assert_int_equal(f.list.items[0].end, text.len);
	assert_int_equal(f.list.nlimits, 0);
	/* a bomb: what was not unpacked is said */
	buf_clear(&text);
	buf_add_str(&text, "first\n");
	add_gzip(&text, "0123456789abcdef", LIMIT_UNPACKED_BYTES / 16 + 1);
	fixture_scan(&f, buf_slice(&text), NULL);
	assert_int_equal(f.list.n, 0);
	assert_int_equal(f.list.nlimits, 1);
	assert_null(f.list.limits[0].rule);
	assert_int_equal(f.list.limits[0].line, 2);
	assert_string_equal(f.list.limits[0].reason, "compressed text was looked at up to 8 MiB");
	/* exactly as much as may be */
	buf_clear(&text);
	add_gzip(&text, "0123456789abcdef", LIMIT_UNPACKED_BYTES / 16);
	fixture_scan(&f, buf_slice(&text), NULL);
	assert_int_equal(f.list.nlimits, 0);
	/* cut short: what came out counts */
	buf_clear(&text);
	add_gzip(&text, "a tok_abcdef and so on\n", 1);
	text.len -= 8;
	fixture_scan(&f, buf_slice(&text), NULL);
	assert_int_equal(f.list.n, 1);
	fixture_end(&f);
	buf_release(&text);
}

/* A line of many pieces: what stands across a border is found, and once. */
static void
test_long_line(void **state)
{
	static const struct rule rule = TOKEN(AREA_SECRETS);
	struct buf text = BUF_INIT(64u << 20);
	struct fixture f;
	size_t n = 0;

	(void)state;
	fixture_begin(&f, &rule, 1);
	while (text.len < 3u << 20) {
		buf_add_str(&text, "%20");
		if (text.len % (1u << 20) < 3) {
			buf_add_str(&text, "t%6fk_a");
			n++;
		}
	}
	assert_int_equal(n, 3);
	fixture_scan(&f, buf_slice(&text), NULL);
	assert_int_equal(f.list.n, n);
	fixture_end(&f);
	buf_release(&text);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(run_rows) + COUNT(rows) + 6];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(run_rows); i++)
		tests[n++] = (struct CMUnitTest){.name = run_rows[i].name,
						 .test_func = test_runs,
						 .initial_state = (void *)(uintptr_t)&run_rows[i]};
	for (size_t i = 0; i < COUNT(rows); i++)
		tests[n++] = (struct CMUnitTest){.name = rows[i].name,
						 .test_func = test_matches,
						 .initial_state = (void *)(uintptr_t)&rows[i]};
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_marks);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_escapes);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_origins);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_touched);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_gzip);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_long_line);
	return _cmocka_run_group_tests("decoded", tests, n, NULL, NULL);
}
