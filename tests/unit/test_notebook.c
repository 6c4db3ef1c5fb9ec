/*
 * Notebooks: what their cells say is matched, at the bytes of the file.
 */
#include "match_fixture.h"

#include <stdio.h>

#define TOKEN                                                                                                \
	{                                                                                                    \
		.id = S("t"), .area = AREA_SECRETS, .formula = REGEX("\\btok_[a-z]+")                        \
	}
#define BLOCK                                                                                                \
	{                                                                                                    \
		.id = S("b"), .area = AREA_SECRETS, .formula = REGEX("begin\\n *and end"),                   \
		.window = WINDOW_LINES, .window_lines = 1                                                    \
	}

static const struct rule rules[] = {TOKEN, BLOCK};

struct row {
	const char *name, *text, *shown;
};

/* clang-format off */
static const struct row rows[] = {
	{"lines of a cell", "{\"source\": [\"begin\\n\",\n\" and end\"]}", "b 13-32"},
	{"a cell in one string", "{\"source\": \"x\\nbegin\\n and end\"}", "b 15-30"},
	{"a match that ends its string", "{\"text\": [\"%\\n\",\n \"\\ttok_a\\n\"]}", "t 21-26"},
	{"quotes", "{\"source\": [\"\\\"\\n\", \"begin\\n\",\n\" and end \\\"\\n\"]}", "b 21-40"},
	{"two cells are no block", "{\"a\": [\"begin\\n\"], \"b\": [\" and end\"]}", ""},
	{"nor two strings that are two lines by no line feed", "{\"a\": [\"begin\", \" and end\"]}", ""},
	{"nor a key and its value", "{\"begin\\n\": \" and end\"}", ""},
	{"nor two arrays in an array", "{\"a\": [[\"begin\\n\"], [\" and end\"]]}", ""},
	{"colours of a traceback", "{\"traceback\": [\"\\u001b[0;31mbegin\\u001b[0m\\n\\u001b[1m and end\"]}", "b 28-61"},
	{"a colour that is none", "{\"traceback\": [\"\\u001b[0;31 tok_\\u0061bc\"]}", "t 28-40"},
	{"a picture", "{\"image/png\": [\"begin\\n\", \" and end\"], \"text\": [\"begin\\n\", \" and end\"]}", "b 49-68"},
	{"told once", "{\"source\": [\"\\\"tok_abc\\\"\\n\"]}", "t 15-22"},
	{"base64 over lines", "{\"t\": [\"YmVnaW4gd2l0aCBpdCBhbmQgdGhlbiA=\\n\",\n\"dG9rX2FiY2QgaXMgdGhlIHRva2Vu\\n\"]}", "t 46-74"},
	{"what is no JSON any more", "{\"a\": [\"begin\\n\",\" and end\"], ?\n\"b\": [\"begin\\n\",\" and end\"]}", "b 8-26; 1 the notebook is no JSON from here on: its cells were read line by line"},
};
/* clang-format on */

/* Of a touched text of this name, what is found and what was given up. */
static const char *
scan(const char *path, const char *bytes, const struct line_set *lines, bool ignored)
{
	static char shown[4096];
	struct fixture f;
	struct text text;
	int n = 0;

	shown[0] = '\0';
	fixture_begin(&f, rules, COUNT(rules));
	if (ignored)
		matcher_open_notebooks(f.matcher, false);
	assert_int_equal(text_decode(&text, &f.arena, slice_str(bytes), &f.err), 0);
	const struct scan scan = {.text = &text, .lines = lines, .path = slice_str(path)};
	assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), 0);
	for (size_t i = 0; i < f.list.n; i++) {
		const struct match *match = &f.list.items[i];
		n += snprintf(shown + n, sizeof(shown) - (size_t)n, "%s%.*s %u-%u", n > 0 ? "; " : "",
			      (int)match->rule->id.len, match->rule->id.ptr, match->start, match->end);
	}
	for (size_t i = 0; i < f.list.nlimits; i++)
		n += snprintf(shown + n, sizeof(shown) - (size_t)n, "%s%u %s", n > 0 ? "; " : "",
			      f.list.limits[i].line, f.list.limits[i].reason);
	fixture_end(&f);
	return shown;
}

static void
test_row(void **state)
{
	const struct row *row = *state;

	assert_string_equal(scan("a/b.ipynb", row->text, NULL, false), row->shown);
}

static const char block[] = "{\"a\": [\"x\\n\",\n\"begin\\n\",\n\" and end\\n\",\n\"y\"]}";

static void
test_touched(void **state)
{
	(void)state;
	for (uint32_t line = 1; line <= 4; line++) {
		const struct line_range range = {line, line};
		const struct line_set lines = {&range, 1};

		assert_string_equal(scan("b.IPYNB", block, &lines, false),
				    line == 2 || line == 3 ? "b 15-34" : "");
	}
}

static void
test_others(void **state)
{
	(void)state;
	assert_string_equal(scan("b.ipynb", block, NULL, false), "b 15-34");
	assert_string_equal(scan("b.json", block, NULL, false), "");
	assert_string_equal(scan("ipynb", block, NULL, false), "");
	assert_string_equal(scan("b.ipynb", block, NULL, true), "");
	assert_string_equal(scan("b.ipynb", "version https://a.example/spec/v1\n", NULL, false), "");
}

/* More than is made into views at a time. */
static void
test_long(void **state)
{
	struct buf text = BUF_INIT(64u << 20);

	(void)state;
	buf_add_str(&text, "{\"a\": [");
	while (text.len < 3u << 20)
		buf_add_str(&text, "[\"a\\n\", \"b\\n\"],\n");
	size_t at = text.len + 2;
	buf_add_str(&text, "[\"begin\\n\", \" and end\"]]}");
	char expected[60];
	snprintf(expected, sizeof(expected), "b %zu-%zu", at, at + 19);
	assert_string_equal(scan("b.ipynb", text.ptr, NULL, false), expected);
	buf_release(&text);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 3];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[n++] = (struct CMUnitTest){.name = rows[i].name,
						 .test_func = test_row,
						 .initial_state = (void *)(uintptr_t)&rows[i]};
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_touched);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_others);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_long);
	return _cmocka_run_group_tests("notebook", tests, n, NULL, NULL);
}
