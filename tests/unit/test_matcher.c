/*
 * Which part of a text a rule sees, and that nothing else decides what it finds.
 */
#include "base/limits.h"
#include "match_fixture.h"

#include <stdio.h>

#include "match/regex.h"
#include "match/window.h"

#define LINES(...)                                                                                           \
	.lines = (const struct line_range[])                                                                 \
	{                                                                                                    \
		__VA_ARGS__,                                                                                 \
		{                                                                                            \
			0, 0                                                                                 \
		}                                                                                            \
	}
#define LINE_RULE(pattern)                                                                                   \
	{                                                                                                    \
		.id = S("r"), .formula = REGEX(pattern)                                                      \
	}
#define LINES_RULE(around, pattern)                                                                          \
	{                                                                                                    \
		.id = S("r"), .window = WINDOW_LINES, .window_lines = (around), .formula = REGEX(pattern)    \
	}
#define STATEMENT_RULE(pattern)                                                                              \
	{                                                                                                    \
		.id = S("r"), .window = WINDOW_STATEMENT, .formula = REGEX(pattern)                          \
	}
#define FILE_RULE(pattern)                                                                                   \
	{                                                                                                    \
		.id = S("r"), .window = WINDOW_FILE, .formula = REGEX(pattern)                               \
	}
#define KEYWORDS(...) .keywords = LIST(__VA_ARGS__), .nkeywords = COUNT(LIST(__VA_ARGS__))

struct row {
	const char *name;
	struct rule rule;
	const char *text;
	const struct line_range *lines; /* ended by {0, 0}; NULL: all */
	const char *shown;
};

/* clang-format off */
static const struct row rows[] = {
	{"line: touched lines only", LINE_RULE("a+"), "a\naa\naaa\n", LINES({2, 2}), "r 2-4"},
	{"line: each by itself", LINE_RULE("a\\s+a"), "a\na\na a\n", NULL, "r 4-7"},
	{"line: white space at the end is not reported", LINE_RULE("a\\s"), "a\n", NULL, "r 0-1"},
	{"line: ^ and $", LINE_RULE("^.$"), "a\nbc\nd", NULL, "r 0-1; r 5-6"},
	{"line: \\A is the text's start", LINE_RULE("\\A."), "a\nb\n", NULL, "r 0-1"},
	{"line: lookbehind sees the line before", LINE_RULE("(?<=x\\n)a"), "x\na\ny\na\n", LINES({2, 4}), "r 2-3"},
	{"line: \\b at the border", LINE_RULE("\\ba"), "xa\na\n", NULL, "r 3-4"},
	{"line: empty lines", LINE_RULE("^$"), "a\n\nb\n\n", NULL, "r 2-2; r 5-5"},
	{"line: an empty match behind the line is not its own", LINE_RULE("x*"), "a\nb\n", LINES({1, 1}), "r 0-0; r 1-1"},
	{"line: the last without LF", LINE_RULE("a$"), "b\na", LINES({2, 2}), "r 2-3"},
	{"line: lines behind the end", LINE_RULE("a"), "a\n", LINES({1, 1}, {5, 9}), "r 0-1"},
	{"an empty text", LINE_RULE("x*"), "", NULL, ""},
	{"no touched line", LINE_RULE("a"), "a\n", LINES({3, 3}), ""},

	{"lines: before and after", LINES_RULE(1, "b\\nc"), "a\nb\nc\n", LINES({2, 2}), "r 2-5"},
	{"lines: no farther", LINES_RULE(1, "b\\nc\\nd"), "a\nb\nc\nd\n", LINES({2, 2}), ""},
	{"lines: must touch", LINES_RULE(2, "."), "a\nb\nc\n", LINES({2, 2}), "r 2-3"},
	{"lines: touched by the span's end", LINES_RULE(2, "a\\nb"), "a\nb\nc\n", LINES({2, 2}), "r 0-3"},
	{"lines: a line end does not touch the next line", LINES_RULE(2, "a\\n"), "a\nb\nc\n", LINES({2, 2}), ""},
	{"lines: 0 is the touched run", LINES_RULE(0, "a\\nb"), "a\nb\na\nb\n", LINES({1, 3}), "r 0-3"},
	{"lines: a touched run is one window", LINES_RULE(1, "a[^z]*e"), "a\nb\nc\nd\ne\n", LINES({1, 5}), "r 0-9"},
	{"lines: and what meets it", LINES_RULE(1, "a[^z]*g"), "a\nb\nc\nd\ne\nf\ng\n", LINES({2, 4}, {6, 6}), "r 0-13"},
	{"lines: windows that meet are one", LINES_RULE(1, "a\\nb\\nc\\nd"), "a\nb\nc\nd\n", LINES({1, 1}, {4, 4}), "r 0-7"},
	{"lines: windows that do not meet", LINES_RULE(1, "a[^z]*e"), "a\nb\nc\nd\ne\n", LINES({1, 1}, {5, 5}), ""},

	{"statement: a call over lines", STATEMENT_RULE("f\\([^;]*shell"), "x\nf(a,\n  b,\n  shell)\ny\n", LINES({4, 4}), "r 2-19"},
	{"statement: upwards and downwards", STATEMENT_RULE("f\\([^;]*shell"), "x\nf(a,\n  b,\n  shell)\ny\n", LINES({3, 3}), "r 2-19"},
	{"statement: must touch", STATEMENT_RULE("f\\("), "f(a,\n  b)\n", LINES({2, 2}), ""},
	{"statement: ends with its brackets", STATEMENT_RULE("f[^;]*g"), "f(\n1)\ng\n", LINES({1, 2}), ""},
	{"statement: the next one is not seen", STATEMENT_RULE("a\\nb"), "a\nb\n", LINES({1, 2}), ""},
	{"statement: a block is not inside", STATEMENT_RULE("if[^;]*x"), "if (a) {\n  x\n}\n", LINES({1, 2}), ""},
	{"statement: curly values are inside", STATEMENT_RULE("f[^;]*x: 1"), "f({\n  y: 2,\n  x: 1\n})\n", LINES({3, 3}), "r 0-18"},
	{"statement: a function in a call is its own", STATEMENT_RULE("on[^;]*g"), "on(a, function () {\n  g\n})\n", LINES({2, 2}), ""},
	{"statement: an operator at the end", STATEMENT_RULE("a[^;]*c"), "x = a +\n  b +\n  c\n", LINES({2, 2}), "r 4-17"},
	{"statement: an operator at the start", STATEMENT_RULE("a[^;]*c"), "x = a\n  + b\n  .c()\n", LINES({2, 2}), "r 4-16"},
	{"statement: touched at both ends", STATEMENT_RULE("f[^;]*5"), "f(1,\n2,\n3,\n4,\n5)\n", LINES({1, 1}, {5, 5}), "r 0-15"},
	{"statement: a backslash", STATEMENT_RULE("a[^;]*b"), "a \\\nb\n", LINES({1, 1}), "r 0-5"},
	{"statement: brackets in quotes", STATEMENT_RULE("a[^;]*b"), "a(\"(\")\nb\n", LINES({1, 2}), ""},
	{"statement: brackets in a comment", STATEMENT_RULE("a[^;]*b"), "# a (\nb\n", LINES({1, 2}), ""},
	{"statement: three quotes", STATEMENT_RULE("a[^;]*b"), "a(\"\"\"x\nSELECT (\nb\"\"\")\nc\n", LINES({2, 2}), "r 0-17"},
	{"statement: backticks", STATEMENT_RULE("a[^;]*b"), "a = `x\ny\nb`\nc\n", LINES({2, 2}), "r 0-10"},
	{"statement: a stray bracket ends with its block", STATEMENT_RULE("a[^;]*b"), "  a (\n  c\nb\n", LINES({3, 3}), ""},

	{"file: touched by the span", FILE_RULE("b[^;]*d"), "a\nb\nc\nd\ne\n", LINES({3, 3}), "r 2-7"},
	{"file: not touched", FILE_RULE("a"), "a\nb\n", LINES({2, 2}), ""},

	{"keywords: in the line", {.id = S("r"), KEYWORDS(S("key"), S("token")), .formula = REGEX("\\d+")}, "1 KEY\n2\n3 Token\n", NULL, "r 0-1; r 8-9"},
	{"keywords: behind the match", {.id = S("r"), KEYWORDS(S("key")), .formula = REGEX("\\d+")}, "1 key", NULL, "r 0-1"},
	{"keywords: in the lines", {.id = S("r"), .window = WINDOW_LINES, .window_lines = 1, KEYWORDS(S("key")), .formula = REGEX("\\d+")}, "key\n1\n2\n3\n", LINES({2, 2}), "r 4-5"},
	{"keywords: not in the lines", {.id = S("r"), .window = WINDOW_LINES, .window_lines = 1, KEYWORDS(S("key")), .formula = REGEX("\\d+")}, "key\n1\n2\n3\n", LINES({3, 3}), ""},
	{"keywords: in the file", {.id = S("r"), .window = WINDOW_FILE, KEYWORDS(S("key")), .formula = REGEX("\\d+")}, "key\n1\n2\n", LINES({3, 3}), "r 6-7"},
	{"keywords: not in the file", {.id = S("r"), .window = WINDOW_FILE, KEYWORDS(S("key")), .formula = REGEX("\\d+")}, "1\n2\n", NULL, ""},
	{"keywords: derived ones do not stand for more", {.id = S("r"), .keywords_derived = true, .formula = REGEX("\\d+")}, "1\n", NULL, "r 0-1"},
};
/* clang-format on */

static struct line_set
set_of(const struct line_range *ranges)
{
	struct line_set set = {ranges, 0};

	while (ranges[set.n].first > 0)
		set.n++;
	return set;
}

/* Each row with and without the prefilter. */
static void
test_row(void **state)
{
	const struct row *row = *state;
	struct line_set set = row->lines ? set_of(row->lines) : (struct line_set){NULL, 0};
	struct fixture f;

	fixture_begin(&f, &row->rule, 1);
	fixture_scan(&f, slice_str(row->text), row->lines ? &set : NULL);
	assert_string_equal(fixture_show(&f), row->shown);
	matcher_disable_prefilter(f.matcher);
	fixture_scan(&f, slice_str(row->text), row->lines ? &set : NULL);
	assert_string_equal(fixture_show(&f), row->shown);
	fixture_end(&f);
}

/* --- line ends --- */

/* Every LF of a text as CR LF. */
static struct slice
to_crlf(struct arena *arena, struct slice text)
{
	char *out = arena_alloc(arena, 2 * text.len);
	size_t n = 0;

	assert_non_null(out);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\n')
			out[n++] = '\r';
		out[n++] = text.ptr[i];
	}
	return slice_of(out, n);
}

/* Matches as "line:column+length"; offsets of a text with CR differ. */
static void
show_by_line(struct buf *out, const struct text *text, const struct match_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		uint32_t line = text_line_at(text, list->items[i].start);
		buf_addf(out, "%u:%u+%u ", line, list->items[i].start - text->starts[line - 1],
			 list->items[i].end - list->items[i].start);
	}
}

static void
assert_same_with_crlf(const struct rule *rule, const char *lf)
{
	struct buf shown[2] = {BUF_INIT(65536), BUF_INIT(65536)};
	struct fixture f;

	fixture_begin(&f, rule, 1);
	for (int crlf = 0; crlf < 2; crlf++) {
		struct slice bytes = crlf ? to_crlf(&f.arena, slice_str(lf)) : slice_str(lf);
		struct text text;
		assert_int_equal(text_from_lines(&text, &f.arena, bytes, NULL, &f.err), 0);
		fixture_scan_text(&f, &text, NULL);
		assert_true(f.list.n > 0);
		show_by_line(&shown[crlf], &text, &f.list);
	}
	assert_string_equal(shown[1].ptr, shown[0].ptr);
	buf_release(&shown[0]);
	buf_release(&shown[1]);
	fixture_end(&f);
}

static void
test_crlf(void **state)
{
	static const char *const patterns[] = {"a$",      "^.*$", "a.*", "^$",       "(?m)^b",
					       "[^\\s]+", "a\\b", "$",   "\\w+\\N*", "a(?=$)"};
	static const enum diff_window kinds[] = {WINDOW_LINE, WINDOW_LINES, WINDOW_STATEMENT, WINDOW_FILE};

	(void)state;
	for (size_t p = 0; p < COUNT(patterns); p++)
		for (size_t k = 0; k < COUNT(kinds); k++) {
			struct rule rule = {.id = S("r"), .window = kinds[k], .window_lines = 1};
			rule.formula = (struct formula){.op = OP_REGEX, .text = slice_str(patterns[p])};
			assert_same_with_crlf(&rule, "a\n\nab a\nb\n  xa b\na");
		}
}

/* --- long lines and large windows --- */

static char *
filled(struct arena *arena, size_t len, char with)
{
	char *bytes = arena_alloc(arena, len);

	assert_non_null(bytes);
	memset(bytes, with, len);
	return bytes;
}

/* A token at every place of a line of three pieces is found once, whole, whatever borders it meets. */
static void
test_long_line(void **state)
{
	static const struct rule rules[] = {
		{.id = S("t"), .formula = REGEX("\\bk[a-z]{5,}\\b")},
		{.id = S("u"), .formula = REGEX("^x")},
		{.id = S("v"), .formula = REGEX(".$")},
	};
	enum { LEN = 9000, TOKEN = LIMIT_OVERLAP_LINE };
	struct fixture f;
	char shown[80];

	(void)state;
	fixture_begin(&f, rules, COUNT(rules));
	char *bytes = filled(&f.arena, LEN, '.');
	bytes[0] = 'x';
	for (size_t at = 1; at + TOKEN < LEN; at += 61) {
		memset(bytes + at, 'k', TOKEN);
		fixture_scan(&f, slice_of(bytes, LEN), NULL);
		snprintf(shown, sizeof(shown), "t %zu-%zu; u 0-1; v %d-%d", at == 1 ? 99999 : at, at + TOKEN,
			 LEN - 1, LEN);
		if (at > 1) /* there the x before it is part of the word */
			assert_string_equal(fixture_show(&f), shown);
		memset(bytes + at, '.', TOKEN);
	}
	fixture_end(&f);
}

/* The tail of a token that is longer than the overlap is not reported as another token. */
static void
test_long_token(void **state)
{
	static const struct rule rule = {.id = S("t"), .formula = REGEX("[a-z]{20,}")};
	struct fixture f;

	(void)state;
	fixture_begin(&f, &rule, 1);
	char *bytes = filled(&f.arena, 5000, '.');
	memset(bytes + 3000, 'k', 1500);
	fixture_scan(&f, slice_of(bytes, 5000), NULL);
	assert_string_equal(fixture_show(&f), "t 3000-4096");
	fixture_end(&f);
}

/* A file of many pieces: what is shorter than half a window is found once at every place. */
static void
test_file_pieces(void **state)
{
	static const struct rule rules[] = {
		{.id = S("f"), .window = WINDOW_FILE, .formula = REGEX("BEGIN[a-z\\s]*END")},
		{.id = S("l"),
		 .window = WINDOW_LINES,
		 .window_lines = 500,
		 .formula = REGEX("BEGIN[a-z\\s]*END")},
	};
	enum { LEN = 20000, BLOCK = LIMIT_OVERLAP_FILE };
	struct fixture f;
	char shown[80];

	(void)state;
	fixture_begin(&f, rules, COUNT(rules));
	char *bytes = filled(&f.arena, LEN, '.');
	for (size_t i = 0; i < LEN; i += 37)
		bytes[i] = '\n';
	for (size_t at = 0; at + BLOCK < LEN; at += 97) {
		char saved[BLOCK];
		memcpy(saved, bytes + at, BLOCK);
		for (size_t i = 0; i < BLOCK; i++)
			bytes[at + i] = saved[i] == '.' ? 'a' : '\n';
		memcpy(bytes + at, "BEGIN", 5);
		memcpy(bytes + at + BLOCK - 3, "END", 3);
		fixture_scan(&f, slice_of(bytes, LEN), NULL);
		snprintf(shown, sizeof(shown), "f %zu-%zu; l %zu-%zu", at, at + BLOCK, at, at + BLOCK);
		assert_string_equal(fixture_show(&f), shown);
		memcpy(bytes + at, saved, BLOCK);
	}
	fixture_end(&f);
}

/* More touched text than one stretch: nothing is lost or found twice where it is cut. */
static void
test_stretches(void **state)
{
	static const struct rule rules[] = {
		{.id = S("l"), .formula = REGEX("key\\w+")},
		{.id = S("n"),
		 .window = WINDOW_LINES,
		 .window_lines = 1,
		 .formula = REGEX("key\\w+\\s+\\w+")},
		{.id = S("s"), .window = WINDOW_STATEMENT, .formula = REGEX("key\\w+")},
	};
	enum { LINE_BYTES = 32, LINE_COUNT = 80000 };
	struct fixture f;

	(void)state;
	fixture_begin(&f, rules, COUNT(rules));
	char *bytes = filled(&f.arena, LINE_BYTES * LINE_COUNT, 'k');
	for (size_t i = 0; i < LINE_COUNT; i++)
		bytes[i * LINE_BYTES + LINE_BYTES - 1] = '\n';
	for (size_t line = 32768 - 300; line < 32768 + 300; line += 2)
		memcpy(bytes + line * LINE_BYTES, "keyword", 7);
	fixture_scan(&f, slice_of(bytes, LINE_BYTES * LINE_COUNT), NULL);
	assert_int_equal(f.list.n, 3 * 300);
	for (size_t i = 0; i < f.list.n; i++)
		assert_int_equal(f.list.items[i].start, (32768 - 300 + 2 * (i % 300)) * LINE_BYTES);
	fixture_end(&f);
}

/* --- patches --- */

/* Lines 1 to 2 and 7 to 8 of a file: a window never reaches over the gap. */
static void
test_gap(void **state)
{
	static const uint32_t numbers[] = {1, 2, 7, 8};
	static const struct line_range touched[] = {{2, 3}};
	static const struct line_set set = {touched, 1};
	static const struct rule rules[] = {
		{.id = S("lines"),
		 .window = WINDOW_LINES,
		 .window_lines = 3,
		 .formula = REGEX("b\\sc|a\\sb|c\\sd")},
		{.id = S("file"), .window = WINDOW_FILE, .formula = REGEX("b\\sc|a\\sb|c\\sd")},
		{.id = S("statement"), .window = WINDOW_STATEMENT, .formula = REGEX("b,?\\sc")},
		{.id = S("start"), .formula = REGEX("\\A.")},
		{.id = S("border"), .formula = REGEX("^c")},
		{.id = S("behind"), .formula = REGEX("(?<=b.)c")},
	};
	struct fixture f;
	struct text text;

	(void)state;
	fixture_begin(&f, rules, COUNT(rules));
	assert_int_equal(text_from_lines(&text, &f.arena, slice_str("a\nb\nc\nd\n"), numbers, &f.err), 0);
	fixture_scan_text(&f, &text, &set);
	assert_string_equal(fixture_show(&f), "lines 0-3; lines 4-7; file 0-3; file 4-7; border 4-5");
	fixture_end(&f);
}

/* --- limits --- */

static const struct rule slow_rules[] = {
	{.id = S("slow"), .formula = REGEX("(?:a+)+$")},
	{.id = S("fast"), .formula = REGEX("b")},
	{.id = S("not"), .formula = ALL(REGEX("b"), NOT_REGEX("(?:a+)+$"))},
};

static void
test_match_limit(void **state)
{
	struct fixture f;

	(void)state;
	fixture_begin(&f, slow_rules, COUNT(slow_rules));
	fixture_scan(&f, slice_str("x\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n"), NULL);
	assert_string_equal(fixture_show(&f),
			    "fast 44-45; not 44-45; limit slow 2 match limit; limit not 2 match limit");
	fixture_end(&f);
}

static const struct rule slow_condition = {
	.id = S("r"),
	.formula = {NODES(OP_ALL, REGEX("(a+b)")),
		    WITH({.op = CONDITION_REGEX, .metavariable = S("$1"), .text = S("(?:a+)+$")})}};

static void
test_condition_limit(void **state)
{
	struct fixture f;

	(void)state;
	fixture_begin(&f, &slow_condition, 1);
	fixture_scan(&f, slice_str("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"), NULL);
	assert_int_equal(f.list.n, 1);
	assert_int_equal(f.list.nlimits, 1);
	assert_string_equal(f.list.limits[0].reason, "match limit");
	fixture_end(&f);
}

static void
test_too_many_matches(void **state)
{
	static const struct rule rules[] = {LINE_RULE("a"), {.id = S("s"), .formula = REGEX("b")}};
	struct buf text = BUF_INIT(65536);
	struct fixture f;

	(void)state;
	for (int i = 0; i < 999; i++)
		buf_add_str(&text, "a\n");
	buf_add_str(&text, "b a\n");
	fixture_begin(&f, rules, COUNT(rules));
	fixture_scan(&f, buf_slice(&text), NULL);
	assert_int_equal(f.list.n, 1001);
	assert_int_equal(f.list.nlimits, 0);
	buf_add_str(&text, "a\na\nb\n");
	fixture_scan(&f, buf_slice(&text), NULL);
	assert_int_equal(f.list.n, 1002);
	assert_int_equal(f.list.nlimits, 1);
	assert_int_equal(f.list.limits[0].line, 1001);
	assert_string_equal(f.list.limits[0].reason, "more than 1000 matches of one rule");
	fixture_end(&f);
	buf_release(&text);
}

/* The stack of machine code is bounded; the interpreter has its own, and what it finds is found. */
static void
test_deep_recursion(void **state)
{
	static const struct rule rule = FILE_RULE("^(\\((?1)*\\))$");
	struct buf text = BUF_INIT(65536);
	struct fixture f;

	(void)state;
	for (int i = 0; i < 2000; i++)
		buf_add_char(&text, '(');
	for (int i = 0; i < 2000; i++)
		buf_add_char(&text, ')');
	fixture_begin(&f, &rule, 1);
	for (int i = 0; i < 3; i++) { /* the second time it is machine code */
		fixture_scan(&f, buf_slice(&text), NULL);
		assert_int_equal(f.list.n + f.list.nlimits, 1);
	}
	fixture_end(&f);
	buf_release(&text);
}

/* --- order, filter, reuse --- */

static bool
is_not_b(void *ctx, const struct rule *rule)
{
	(*(int *)ctx)++;
	return !slice_eq_str(rule->id, "b");
}

static void
test_filter_and_order(void **state)
{
	static const struct rule rules[] = {{.id = S("a"), .formula = REGEX("[xy]")},
					    {.id = S("b"), .formula = REGEX("x")},
					    {.id = S("c"), .window = WINDOW_FILE, .formula = REGEX("xy|x")}};
	struct fixture f;
	struct text text;
	int asked = 0;

	(void)state;
	fixture_begin(&f, rules, COUNT(rules));
	assert_int_equal(text_from_lines(&text, &f.arena, slice_str("y\nxy\n"), NULL, &f.err), 0);
	struct scan scan = {&text, NULL, is_not_b, &asked};
	assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), 0);
	assert_int_equal(asked, 3);
	assert_string_equal(fixture_show(&f), "a 0-1; a 2-3; a 3-4; c 2-4");
	assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), 0);
	assert_string_equal(fixture_show(&f), "a 0-1; a 2-3; a 3-4; c 2-4; a 0-1; a 2-3; a 3-4; c 2-4");
	fixture_end(&f);
}

static void
test_bad_rule(void **state)
{
	static const struct rule rule = {.id = S("r"), .file = S("bad\033.yaml"), .formula = REGEX("ab(")};
	struct fixture f;
	struct text text;

	(void)state;
	fixture_begin(&f, &rule, 1);
	assert_int_equal(text_from_lines(&text, &f.arena, slice_str("ab\n"), NULL, &f.err), 0);
	struct scan scan = {.text = &text};
	assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), -1);
	assert_int_equal(f.err.code, ERR_RULE);
	assert_string_equal(f.err.msg,
			    "bad\\x1b.yaml:2:3: regular expression: missing closing parenthesis at offset 3");
	fixture_end(&f);
}

static void
test_jit_when_it_pays(void **state)
{
	struct place place = {slice_str("f"), {1, 1}};
	struct subject subject = {.bytes = slice_str("a long line, a hundred bytes or so long, that is "
						     "walked again and again until it pays to compile it")};
	struct regex_engine *engine;
	struct err err = ERR_INIT;
	struct regex *regex;
	size_t seen = 0;

	(void)state;
	assert_int_equal(regex_engine_new(&engine, &err), 0);
	assert_int_equal(regex_compile(&regex, slice_str("again"), REGEX_SEARCH, &place, &err), 0);
	while (seen + subject.bytes.len < 4096) {
		struct regex_walk walk = {0};
		assert_int_equal(regex_next(&walk, engine, regex, &subject, &err), 1);
		seen += subject.bytes.len;
	}
	assert_false(regex_is_jit(regex));
	struct regex_walk walk = {0};
	assert_int_equal(regex_next(&walk, engine, regex, &subject, &err), 1);
	assert_true(regex_is_jit(regex));
	regex_free(regex);
	regex_engine_free(engine);
}

static struct regex *
compiled(const char *pattern, enum regex_mode mode)
{
	struct place place = {slice_str("f"), {1, 1}};
	struct err err = ERR_INIT;
	struct regex *regex;

	assert_int_equal(regex_compile(&regex, slice_str(pattern), mode, &place, &err), 0);
	return regex;
}

/* A word stands at every place of a text of several pieces: where it is cut changes nothing. */
static void
test_finds_in_pieces(void **state)
{
	static const struct {
		const char *pattern, *word;
		int found;
	} rows_of_words[] = {
		{"word", "word", 1},       {"\\bword\\b", ".word.", 1}, {"\\bword\\b", ".words", 0},
		{"word(?!s)", "words", 0}, {"^word", ".word", 0},       {"^word", "\nword", 1},
		{"word$", "word.", 0},     {"word$", "word\n", 1},      {"(?<!s)word", "sword", 0},
	};
	static char bytes[3 * LIMIT_WINDOW_BYTES];
	struct regex_engine *engine;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(regex_engine_new(&engine, &err), 0);
	for (size_t i = 0; i < COUNT(rows_of_words); i++) {
		struct regex *regex = compiled(rows_of_words[i].pattern, REGEX_SEARCH);
		size_t len = strlen(rows_of_words[i].word);
		for (size_t at = 1; at + len<sizeof(bytes); at += at % 1024> 990 || at % 1024 < 70 ? 1 : 37) {
			const char *limit = NULL;
			memset(bytes, 'x', sizeof(bytes));
			bytes[at - 1] = bytes[at + len] = ' ';
			memcpy(bytes + at, rows_of_words[i].word, len);
			int rc = regex_finds(engine, regex, slice_of(bytes, sizeof(bytes)), &limit, &err);
			assert_null(limit);
			if (rc != rows_of_words[i].found)
				fail_msg("%s at %zu: %d", rows_of_words[i].pattern, at, rc);
		}
		regex_free(regex);
	}
	regex_engine_free(engine);
}

/* A value is taken as it is, not by its beginning; beyond the limit only what cannot matter is not looked at.
 */
static void
test_fits_long_values(void **state)
{
	static const struct {
		const char *pattern;
		size_t n; /* letters a; then a semicolon */
		int fits;
		const char *limit;
	} rows_of_values[] = {
		{"a+;", 10, 1, NULL},
		{"a+;", 12000, 1, NULL},
		{"(?s).*b", 12000, 0, NULL},
		{"(?!.*;)a", 12000, 0, NULL},
		{"a+$", 12000, 0, NULL},
		{"(a+a+)+b", 12000, 0, "match limit"},
		{"a+;", LIMIT_VALUE_BYTES - 1, 1, NULL},
		{"a{3}", LIMIT_VALUE_BYTES, 1, NULL},
		{"b", LIMIT_VALUE_BYTES, 0, NULL},
		{"a+;", LIMIT_VALUE_BYTES, 0, "value of a metavariable cut at 16384 bytes"},
		{"(?!.*;)a", LIMIT_VALUE_BYTES, 0, "value of a metavariable cut at 16384 bytes"},
	};
	static char bytes[LIMIT_VALUE_BYTES + 1];
	struct regex_engine *engine;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(regex_engine_new(&engine, &err), 0);
	memset(bytes, 'a', sizeof(bytes));
	for (size_t i = 0; i < COUNT(rows_of_values); i++) {
		struct regex *regex = compiled(rows_of_values[i].pattern, REGEX_VALUE);
		const char *limit = NULL;
		bytes[rows_of_values[i].n] = ';';
		int rc = regex_fits(engine, regex, slice_of(bytes, rows_of_values[i].n + 1), &limit, &err);
		bytes[rows_of_values[i].n] = 'a';
		if (rc != rows_of_values[i].fits)
			fail_msg("%s of %zu: %d %s", rows_of_values[i].pattern, rows_of_values[i].n, rc,
				 limit ? limit : "");
		if (rows_of_values[i].limit)
			assert_string_equal(limit, rows_of_values[i].limit);
		else
			assert_null(limit);
		regex_free(regex);
	}
	regex_engine_free(engine);
}

static void
test_interpolate(void **state)
{
	static const struct binding bindings[] = {
		{S("$1"), S("one")}, {S("$12"), S("twelve")}, {S("$N"), S("$1")}};
	static const struct match match = {.bindings = bindings, .nbindings = COUNT(bindings)};
	struct buf out = BUF_INIT(4096);

	(void)state;
	match_interpolate(&out, slice_str("$1 $12 $123 $N $NO $ $$1 a$1b$"), &match);
	assert_string_equal(out.ptr, "one twelve $123 $1 $NO $ $one aoneb$");
	buf_release(&out);
}

/* --- the oracle: the prefilter changes nothing --- */

static const struct rule oracle_rules[] = {
	{.id = S("a"), .formula = REGEX("abc")},
	{.id = S("b"), .formula = REGEX("(?i)cab\\s*=?")},
	{.id = S("c"), .formula = REGEX("(abc|bca|[ab]{3})c+")},
	{.id = S("d"), .window = WINDOW_LINES, .window_lines = 1, .formula = REGEX("bca\\s+b?cab")},
	{.id = S("e"),
	 .window = WINDOW_LINES,
	 .window_lines = 3,
	 .formula = ALL(REGEX("a[^=]*abc[^=]*"), REGEX("ca+"))},
	{.id = S("f"), .window = WINDOW_STATEMENT, .formula = ALL(REGEX("\\w*abb\\w*"), NOT_REGEX("abba"))},
	{.id = S("g"), .window = WINDOW_FILE, .formula = REGEX("aab\\sc")},
	{.id = S("h"), .window = WINDOW_FILE, KEYWORDS(S("abcabc")), .formula = REGEX("bb")},
	{.id = S("i"), KEYWORDS(S("caa"), S("bcb")), .formula = REGEX("a(?<X>b+)")},
	{.id = S("j"), .window = WINDOW_STATEMENT, KEYWORDS(S("(a")), .formula = REGEX("b\\)")},
	{.id = S("k"), .formula = ANY(REGEX("acc(?=b)"), ALL(REGEX("[abc]+"), REGEX("bbb")))},
	{.id = S("l"), .formula = REGEX("^[abc]*$")},
	{.id = S("m"),
	 .window = WINDOW_LINES,
	 .window_lines = 40,
	 KEYWORDS(S("aaa")),
	 .formula = REGEX("ccc")},
};

/* Texts of few letters, now and then with a line of several windows. */
static size_t
make_text(char *bytes, size_t max, uint64_t *seed)
{
	size_t len = next_random(seed) % (next_random(seed) % 4 ? 400 : max);
	uint32_t lines = next_random(seed) % 8 ? 12 : 9000;

	for (size_t i = 0; i < len; i++) {
		bytes[i] = "abcabcABC= (),{}\r"[next_random(seed) % 17];
		if (next_random(seed) % lines == 0)
			bytes[i] = '\n';
	}
	return len;
}

static size_t
make_lines(struct line_range *ranges, size_t max, uint32_t nlines, uint64_t *seed)
{
	uint32_t line = 1 + next_random(seed) % 5;
	size_t n = 0;

	while (line <= nlines && n < max) {
		uint32_t last = line + next_random(seed) % (next_random(seed) % 4 ? 3 : 40);
		ranges[n++] = (struct line_range){line, last};
		line = last + 2 + next_random(seed) % 20;
	}
	return n;
}

static void
assert_same_lists(const struct match_list *a, const struct match_list *b)
{
	assert_int_equal(a->n, b->n);
	for (size_t i = 0; i < a->n; i++) {
		assert_ptr_equal(a->items[i].rule, b->items[i].rule);
		assert_int_equal(a->items[i].start, b->items[i].start);
		assert_int_equal(a->items[i].end, b->items[i].end);
		assert_int_equal(a->items[i].span_start, b->items[i].span_start);
		assert_int_equal(a->items[i].nbindings, b->items[i].nbindings);
	}
}

static void
test_prefilter_changes_nothing(void **state)
{
	static char bytes[20000];
	static struct line_range ranges[200];
	struct fixture with, without;
	uint64_t seed = 3;
	size_t total = 0;

	(void)state;
	fixture_begin(&with, oracle_rules, COUNT(oracle_rules));
	fixture_begin(&without, oracle_rules, COUNT(oracle_rules));
	matcher_disable_prefilter(without.matcher);
	for (int round = 0; round < 150; round++) {
		struct slice text = slice_of(bytes, make_text(bytes, sizeof(bytes), &seed));
		struct line_set set = {ranges,
				       make_lines(ranges, COUNT(ranges), (uint32_t)text.len / 12, &seed)};
		fixture_scan(&with, text, round % 5 ? &set : NULL);
		fixture_scan(&without, text, round % 5 ? &set : NULL);
		assert_same_lists(&with.list, &without.list);
		total += with.list.n;
	}
	assert_true(total > 1000);
	fixture_end(&with);
	fixture_end(&without);
}

int
main(void)
{
	static const struct CMUnitTest others[] = {
		cmocka_unit_test(test_crlf),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_long_token),
		cmocka_unit_test(test_file_pieces),
		cmocka_unit_test(test_stretches),
		cmocka_unit_test(test_gap),
		cmocka_unit_test(test_match_limit),
		cmocka_unit_test(test_condition_limit),
		cmocka_unit_test(test_too_many_matches),
		cmocka_unit_test(test_deep_recursion),
		cmocka_unit_test(test_filter_and_order),
		cmocka_unit_test(test_bad_rule),
		cmocka_unit_test(test_jit_when_it_pays),
		cmocka_unit_test(test_finds_in_pieces),
		cmocka_unit_test(test_fits_long_values),
		cmocka_unit_test(test_interpolate),
		cmocka_unit_test(test_prefilter_changes_nothing),
	};
	struct CMUnitTest tests[COUNT(rows) + COUNT(others)];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	memcpy(&tests[COUNT(rows)], others, sizeof(others));
	return cmocka_run_group_tests_name("matcher", tests, NULL, NULL);
}
