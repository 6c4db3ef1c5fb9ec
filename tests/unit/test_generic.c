/*
 * Generic patterns: what they match, how they combine in rules, and where they give up.
 */
#include "match_fixture.h"

#include <stdio.h>

#include "match/generic.h"

struct row {
	const char *pattern, *text;
	const char *matches;            /* their texts, '|' between them; by start, then end */
	struct generic_options options; /* off: the usual ones */
};

#define SPAN(n)                                                                                              \
	{                                                                                                    \
		true, false, COMMENTS_NONE, (n)                                                              \
	}
#define COMMENTS(c)                                                                                          \
	{                                                                                                    \
		true, false, (c), GENERIC_MAX_SPAN                                                           \
	}
#define CASELESS                                                                                             \
	{                                                                                                    \
		true, true, COMMENTS_NONE, GENERIC_MAX_SPAN                                                  \
	}

#define TEN_LINES "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"

/* clang-format off */
static const struct row rows[] = {
	/* words and marks */
	{"listen on", "listen on listen  on\nlisten\non", "listen on|listen  on|listen\non"},
	{"port", "port ports port_ (port) Port", "port|port"},
	{"x-y", "x-y x - y x_y", "x-y|x - y"},
	{"a.b", "a.b a . b a,b", "a.b|a . b"},
	{"\"k\"", "\"k\" 'k' \" k \"", "\"k\"|\" k \""},
	{"é", "é éa è", "é|é"},
	{"a b", "a é b", ""},
	{"a ....", "a .... a ...", "a ...."},
	{"", "a", ""},
	/* metavariables */
	{"user $U", "user root user é user -", "user root"},
	{"$A = $A", "p = q\nr = r\ns = s = s", "r = r|s = s|s = s"},
	{"$$NAME", "$name $ name name", "$name|$ name"},
	{"${$NAME}", "${name} {name}", "${name}"},
	{"$a", "$a a", "$a"},
	{"$_ a", "b a $_ a", "$_ a"},
	{"$X:$Y", "h:80 h 80", "h:80"},
	/* ... */
	{"a ... b", "a x b b", "a x b"},
	{"a ... b", "a a b", "a b"},
	{"a ...", "a a\nb", "a a\nb"},
	{"a ... $X", "a b c a d", "a b|a d"},
	{"a ... b ... c", "a c b a c", "a c b a c"},
	{"a ... b c", "a b d b c", "a b d b c"},
	{"...", "a\n  b\nc", "a\n  b\nc|b"},
	{"... b", "a b\nc b\n  d b", "a b|d b"},
	{"f(...)", "f(1, g(2)) f()", "f(1, g(2)|f()"},
	{"<a ...>", "<a href='x'>y</a>", "<a href='x'>"},
	{"a...b", "a b ab", "a b"},
	/* how far it reaches */
	{"a ... b", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\nb", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\nb"},
	{"a ... b", "a\n" TEN_LINES "b", ""},
	{"a ... ... b", "a\n" TEN_LINES "b", "a\n" TEN_LINES "b"},
	{"a ...", "a\n" TEN_LINES "11", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10"},
	{"a b", "a\n\n\n\n\n\n\n\n\n\n\n\nb", "a\n\n\n\n\n\n\n\n\n\n\n\nb"},
	{"a ... b", "a x b\na\nb", "a x b", SPAN(0)},
	{"a ... b", "a\nx\nb\na\nx\nx\nb", "a\nx\nb", SPAN(2)},
	/* $...X */
	{"p = $...V;", "p = 1 2;\np=3 ;", "p = 1 2;|p=3 ;"},
	{"p = $...V", "p = 1 2\nq", "p = 1 2", SPAN(0)},
	{"$...A;", "a b; c;\n  d;", "a b;|d;"},
	{"=$...V; $...V;", "=a b;a b; =a b; a c;", "=a b;a b;"},
	/* indentation */
	{"a\n  b", "a\n  b\na b\na\nb\na\n    b", "a\n  b|a\n    b"},
	{"a\n  b", "a\n  b c", ""},
	{"a\n  b", "a\n  c\n  b", ""},
	{"a\n  ...\n  b", "a\n  c\n  b", "a\n  c\n  b"},
	{"a\n  b\nc", "a\n  b\nc\na\n  b\n  c", "a\n  b\nc"},
	{"a\n  b\n  ...\nc", "a\n  b\n  d\n    e\nc", "a\n  b\n  d\n    e\nc"},
	{"a\n  b\n  c", "a\n  b\n    c", "a\n  b\n    c"},
	{"a\n  b\n  c", "a\n    b\n  c", ""},
	{"a\n  b", "a\n\tb", "a\n\tb"},
	{"[s]\n  ...\n  n", "[s]\n  m\n  n\n[s]\n  m\n[t]\n  n", "[s]\n  m\n  n"},
	{"a {\n  ...\n}", "a {\n b (\n}\n", "a {\n b (\n}"},
	{"a\n  ...\nb", "a\nb", "a\nb"},
	{"a ...\n  b", "a c\nd\n  b", "a c\nd\n  b"},
	{"a ...\n  b", "a (c)\n  b", ""},
	{"  a", "a\n  a", "a"},
	/* a match stays within the list it begins in */
	{"a ... b", "(a x) b", ""},
	{"a ... b", "a (x) b", "a (x) b"},
	{"a ... b", "(a ] b)", "a ] b"},
	{"a ... b", "(a [ c) b", "a [ c) b"},
	{"a ... b", "  a\nb", ""},
	{"a ... b", "(a\nb", "a\nb"},
	{"(a ...", "(a b) c", "(a b"},
	/* options */
	{"a b", "a # c\nb\na / b", "a # c\nb", COMMENTS(COMMENTS_SHELL)},
	{"a b", "a // c\nb a /* c\n d */ b", "a // c\nb|a /* c\n d */ b", COMMENTS(COMMENTS_CPP)},
	{"a b", "a // c\nb a /* c */ b", "a /* c */ b", COMMENTS(COMMENTS_C)},
	{"a ... b", "a /* b", "a /* b", COMMENTS(COMMENTS_C)},
	{"a\n  b", "a\n/**/ b", "a\n/**/ b", COMMENTS(COMMENTS_C)},
	{"From $X = $X", "FROM a = A", "FROM a = A", CASELESS},
};
/* clang-format on */

static void
show_texts(char *out, size_t size, const struct fixture *f, const char *text)
{
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->list.n; i++) {
		const struct match *m = &f->list.items[i];
		len += (size_t)snprintf(out + len, size - len, "%s%.*s", i ? "|" : "",
					(int)(m->end - m->start), text + m->start);
	}
	for (size_t i = 0; i < f->list.nlimits; i++)
		len += (size_t)snprintf(out + len, size - len, " [%s]", f->list.limits[i].reason);
}

static const struct generic_options usual = {true, false, COMMENTS_NONE, GENERIC_MAX_SPAN};

static void
check_row(const struct row *row, bool prefilter)
{
	const struct rule rule = {.id = S("r"),
				  .formula = {.op = OP_PATTERN, .text = slice_str(row->pattern)},
				  .generic = row->options.on ? row->options : usual};
	struct fixture f;
	char shown[512];

	fixture_begin(&f, &rule, 1);
	if (!prefilter)
		matcher_disable_prefilter(f.matcher);
	fixture_scan(&f, slice_str(row->text), NULL);
	show_texts(shown, sizeof(shown), &f, row->text);
	if (strcmp(shown, row->matches) != 0)
		fail_msg("%s in %s: '%s', not '%s'", row->pattern, row->text, shown, row->matches);
	fixture_end(&f);
}

static void
a_row(void **state)
{
	const struct row *row = *state;

	check_row(row, true);
	check_row(row, false);
}

/* ---- in rules ---- */

#define PATTERN(s)                                                                                           \
	{                                                                                                    \
		.op = OP_PATTERN, .text = S(s), .at = { 2, 3 }                                               \
	}
#define WRAP(o, ...)                                                                                         \
	{                                                                                                    \
		NODES(o, __VA_ARGS__)                                                                        \
	}

static void
assert_rule(struct formula formula, const char *text, const char *matches)
{
	const struct rule rule = {.id = S("r"), .formula = formula, .generic = usual};
	struct fixture f;

	fixture_begin(&f, &rule, 1);
	fixture_scan(&f, slice_str(text), NULL);
	assert_string_equal(fixture_show(&f), matches);
	fixture_end(&f);
}

static void
patterns_combine(void **state)
{
	(void)state;
	assert_rule(
		(struct formula)ALL(WRAP(OP_INSIDE, PATTERN("server {\n  ...\n}")), PATTERN("listen $P;")),
		"listen 1;\nserver {\n  listen 2;\n}\n", "r 21-30 $P=2");
	assert_rule((struct formula)ALL(PATTERN("user $U;"), WRAP(OP_NOT, PATTERN("user root;"))),
		    "user root; user web;", "r 11-20 $U=web");
	assert_rule((struct formula)ALL(PATTERN("user $U;"), WRAP(OP_NOT_INSIDE, PATTERN("[ user $U; ]"))),
		    "[ user a; ] user b;", "r 12-19 $U=b");
	assert_rule((struct formula)ANY(PATTERN("allow $X"), PATTERN("deny $X")), "deny a allow b",
		    "r 0-6 $X=a; r 7-14 $X=b");
	assert_rule((struct formula)ALL(PATTERN("set $X $Y"), NOT_REGEX("off")), "set a off\nset b on",
		    "r 10-18 $X=b $Y=on");
}

static void
metavariables_unify(void **state)
{
	(void)state;
	assert_rule((struct formula)ALL(WRAP(OP_INSIDE, PATTERN("map $X {\n  ...\n}")), PATTERN("use $X")),
		    "map a {\n  use b\n  use a\n}\n", "r 18-23 $X=a");
}

static void
conditions_ask_for_values(void **state)
{
	static const struct condition digits = {
		.op = CONDITION_REGEX, .metavariable = S("$P"), .text = S("[0-9]+$"), .at = {3, 3}};
	static const struct condition spaced = {
		.op = CONDITION_REGEX, .metavariable = S("$...V"), .text = S(" q"), .at = {3, 3}};
	static const struct formula inner = {.op = OP_PATTERN, .text = S("key ... $K"), .at = {3, 3}};
	static const struct condition nested = {
		.op = CONDITION_PATTERN, .metavariable = S("$...V"), .formula = &inner, .at = {3, 3}};

	(void)state;
	assert_rule((struct formula){NODES(OP_ALL, PATTERN("port $P")), WITH(digits)}, "port 80 port http",
		    "r 0-7 $P=80");
	/* The white space before it is part of the value, as with Semgrep. */
	assert_rule((struct formula){NODES(OP_ALL, PATTERN("x $...V;")), WITH(spaced)}, "x q; x r; x  q;",
		    "r 0-4 $...V= q");
	assert_rule((struct formula){NODES(OP_ALL, PATTERN("x $...V;")), WITH(nested)},
		    "x key; a;\nx key: a;\n", "r 10-19 $...V= key: a $K=a");
}

static void
generic_values_in_other_rules(void **state)
{
	static const struct formula inner = {.op = OP_PATTERN, .text = S("select ... from"), .at = {3, 3}};
	static const struct condition nested = {.op = CONDITION_PATTERN,
						.metavariable = S("$Q"),
						.formula = &inner,
						.generic = true,
						.at = {3, 3}};
	const struct rule rule = {.id = S("r"), .formula = {NODES(OP_ALL, PATTERN("run($Q)")), WITH(nested)}};
	const char *source = "run('select a from b')\nrun('a from b')\n";
	struct fixture f;
	struct text text;
	const struct scan scan = {.text = &text, .lang = LANG_PYTHON};

	(void)state;
	fixture_begin(&f, &rule, 1);
	assert_int_equal(text_from_lines(&text, &f.arena, slice_str(source), NULL, &f.err), 0);
	assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), 0);
	assert_string_equal(fixture_show(&f), "r 0-22 $Q='select a from b'");
	fixture_end(&f);
}

static void
mistakes_are_named(void **state)
{
	static const char *const wrong[] = {"a ... $...X", "$...X $...Y"};
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		const struct rule rule = {
			.id = S("r"),
			.file = S("f.yaml"),
			.generic = usual,
			.formula = {.op = OP_PATTERN, .text = slice_str(wrong[i]), .at = {2, 3}}};

		err = (struct err)ERR_INIT;
		assert_int_equal(matcher_check_rule(&rule, &err), -1);
		assert_string_equal(err.msg,
				    "f.yaml:2:3: an ellipsis metavariable cannot follow another ellipsis");
	}
}

/* A line that `...` passes over is no part of the match; the others are, and their words. */
static void
what_is_named_makes_up_a_match(void **state)
{
	static const struct line_range passed = {2, 2}, named = {3, 3};
	const struct rule rule = {
		.id = S("r"), .formula = {.op = OP_PATTERN, .text = S("a ... $X")}, .generic = usual};
	struct line_set lines = {&named, 1};
	struct fixture f;

	(void)state;
	fixture_begin(&f, &rule, 1);
	fixture_scan(&f, slice_str("a (\nb) -\nb\n"), &lines);
	assert_int_equal(f.list.n, 0);
	fixture_scan(&f, slice_str("a (\n-\nb\n"), &lines);
	assert_int_equal(f.list.n, 1);
	const struct makeup makeup = f.list.items[0].makeup;
	assert_int_equal(makeup.own.n, 2);
	assert_int_equal(makeup.own.ranges[0].last, 1);
	assert_int_equal(makeup.own.ranges[1].first, 3);
	fixture_scan(&f, slice_str(" a\n\n + b"), &lines);
	assert_int_equal(f.list.n, 1);
	assert_true(f.list.items[0].makeup.essence == makeup.essence && makeup.essence != 0);
	lines.ranges = &passed;
	fixture_scan(&f, slice_str("a\n-\nc"), &lines);
	assert_int_equal(f.list.n, 1);
	assert_true(f.list.items[0].makeup.essence != makeup.essence);
	fixture_end(&f);
}

/* ---- limits ---- */

static char *
repeated(const char *word, size_t n, const char *end)
{
	size_t len = strlen(word);
	char *text = malloc(n * len + strlen(end) + 1);

	assert_non_null(text);
	for (size_t i = 0; i < n; i++)
		memcpy(text + i * len, word, len);
	memcpy(text + n * len, end, strlen(end) + 1);
	return text;
}

static void
assert_scan(const char *pattern, char *text, const char *shown)
{
	assert_rule((struct formula){.op = OP_PATTERN, .text = slice_str(pattern), .at = {2, 3}}, text,
		    shown);
	free(text);
}

static void
long_lines_take_linear_time(void **state)
{
	(void)state;
	assert_scan("a ... b ... c ... d", repeated("a b c ", 150000, ""), "");
	assert_scan("a ... b", repeated("a ", 300000, "b"), "r 599998-600001");
	assert_scan("a ...", repeated("a ", 300000, "b"), "r 0-600001");
	assert_scan("$X ... $Y ... zz", repeated("a ", 300000, ""), "");
	assert_scan("a ... b", repeated("(a ", 300000, ""), "");
	assert_scan("...", repeated("((", 1000, ""), "r 0-2000");
}

static void
hard_patterns_give_up(void **state)
{
	(void)state;
	assert_scan("a $X ... $X ... $X ... $X ... zz", repeated("a b ", 2000, ""),
		    "limit r 1 a pattern was given up: too many steps");
}

static void
long_texts_are_not_read(void **state)
{
	(void)state;
	assert_scan("abc", repeated("x ", 1 << 19, "abc"), "limit r 1 too large for generic patterns");
}

int
main(void)
{
	static const struct CMUnitTest plain[] = {
		cmocka_unit_test(patterns_combine),
		cmocka_unit_test(metavariables_unify),
		cmocka_unit_test(conditions_ask_for_values),
		cmocka_unit_test(generic_values_in_other_rules),
		cmocka_unit_test(mistakes_are_named),
		cmocka_unit_test(what_is_named_makes_up_a_match),
		cmocka_unit_test(long_lines_take_linear_time),
		cmocka_unit_test(hard_patterns_give_up),
		cmocka_unit_test(long_texts_are_not_read),
	};
	struct CMUnitTest tests[COUNT(plain) + COUNT(rows)];
	char names[COUNT(rows)][16];

	memcpy(tests, plain, sizeof(plain));
	for (size_t i = 0; i < COUNT(rows); i++) {
		snprintf(names[i], sizeof(names[i]), "row %zu", i);
		tests[COUNT(plain) + i] = (struct CMUnitTest){
			.name = names[i], .test_func = a_row, .initial_state = (void *)(uintptr_t)&rows[i]};
	}
	return cmocka_run_group_tests_name("generic", tests, NULL, NULL);
}
