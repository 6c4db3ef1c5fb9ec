/*
 * Conditions on what metavariables are bound to in a tree.
 */
#include "pattern_fixture.h"

#include "match/redos.h"

#define ON(pattern, condition) "  patterns:\n  - pattern: " pattern "\n  - " condition "\n"

/* clang-format off */
static const struct rule_row rows[] = {
	/* regular expressions */
	{"metavariable-regex sees quotes",
	 ON("f($X)", "metavariable-regex: {metavariable: $X, regex: abc}"),
	 PY, "f('abc')\nf(abc)\nf(xabc)\n", "2"},
	{"metavariable-regex on a text has none",
	 ON("f(\"$X\")", "metavariable-regex: {metavariable: $X, regex: abc}"),
	 PY, "A = 'abc'\nf('abc')\nf(abc)\nf(A)\nf('a' + 'bc')\n", "2 4 5"},
	{"metavariable-regex leaves names alone",
	 ON("f($X)", "metavariable-regex: {metavariable: $X, regex: abc}"),
	 PY, "A = 'abc'\nf(A)\n", ""},
	{"metavariable-regex with constant-propagation",
	 ON("f($X)", "metavariable-regex: {metavariable: $X, regex: abc, constant-propagation: true}"),
	 PY, "A = 'abc'\nf(A)\nf('abc')\nf(B)\n", "2 3"},
	/* comparisons */
	{"metavariable-comparison on constants",
	 ON("f($X)", "metavariable-comparison: {metavariable: $X, comparison: $X > 4}"),
	 PY, "N = 5\nf(N)\nf(5)\nf(4)\nf(M)\n", "2 3"},
	{"metavariable-comparison of two",
	 ON("f($X, $Y)", "metavariable-comparison: {comparison: $X < $Y}"),
	 GO, "package p\nconst n = 5\nfunc m() {\nf(1, n)\nf(n, 1)\n}\n", "4"},
	{"metavariable-comparison with re.match",
	 ON("f($X)", "metavariable-comparison: {comparison: 're.match(\".*-cbc\", $X) and not re.match(\"aes\", $X)'}"),
	 PY, "N = 'des-cbc'\nf(N)\nf('aes-cbc')\nf('des-gcm')\nf('x-cbc')\nf(M)\n", "2 5"},
	/* types */
	{"metavariable-type",
	 ON("f($X)", "metavariable-type: {metavariable: $X, type: String}"),
	 JAVA, "class A { void m(String s, int i) {\nf(s);\nf(i);\nf(\"a\");\n}}\n", "2 4"},
	{"metavariable-type of several",
	 ON("f($X)", "metavariable-type: {metavariable: $X, types: [int, Foo]}"),
	 JAVA, "class A { void m(String s, int i, Foo o) {\nf(s);\nf(i);\nf(o);\n}}\n", "3 4"},
	/* analyzers */
	{"metavariable-analysis redos",
	 ON("f(\"$X\")", "metavariable-analysis: {metavariable: $X, analyzer: redos}"),
	 PY, "R = '(a+)+'\nf('(a+)+')\nf('a+')\nf(R)\n", "2 4"},
	{"metavariable-analysis entropy",
	 ON("f($X)", "metavariable-analysis: {metavariable: $X, analyzer: entropy}"),
	 PY, "f('password password')\nf('q8Zr2xKp0vLm7TcW')\nf('550271936408')\nf('55027193')\n"
	     "f('9999999999999999')\nf('connectionstring')\nf('vkqzxwjpbgvhtq')\n", "2 3 7"},
	{"metavariable-checksum",
	 ON("f($X)", "metavariable-checksum: {metavariable: $X, kind: luhn}"),
	 PY, "C = '4111 1111 1111 1111'\nf('4111 1111 1111 1111')\nf('4111 1111 1111 1112')\nf(C)\nf(D)\n", "2 4"},
	{"metavariable-checksum, negated",
	 ON("f($X)", "metavariable-checksum: {metavariable: $X, kind: luhn, negate: true}"),
	 PY, "f('4111 1111 1111 1111')\nf('4111 1111 1111 1112')\n", "2"},
	{"metavariable-credential as key",
	 ON("f($X)", "metavariable-credential: {metavariable: $X, as: key}"),
	 PY, "K = 'vQx7Lp2m' + 'Rz9KtW4c'\nf(K)\nf('user_access_token_v2')\nf('Winter!2019')\n", "2"},
	{"metavariable-credential as password",
	 ON("f($X)", "metavariable-credential: {metavariable: $X, as: password}"),
	 PY, "f('Winter!2019')\nf('user_access_token_v2')\n", "1"},
	/* patterns in the value */
	{"metavariable-pattern binds for what follows",
	 "  patterns:\n  - pattern: f($X)\n  - metavariable-pattern: {metavariable: $X, pattern: g($Y)}\n"
	 "  - metavariable-regex: {metavariable: $Y, regex: b}\n",
	 PY, "f(g(a))\nf(g(b))\nf(h(b))\n", "2"},
	{"metavariable-pattern binds for each way",
	 "  patterns:\n  - pattern: f($X)\n"
	 "  - metavariable-pattern: {metavariable: $X, pattern: 'g(..., $Y, ...)'}\n"
	 "  - focus-metavariable: $Y\n",
	 PY, "f(g(\na,\nb))\n", "2 3"},
	{"metavariable-pattern knows what is bound",
	 "  patterns:\n  - pattern: f($X, $Y)\n  - metavariable-pattern: {metavariable: $X, pattern: g($Y)}\n",
	 PY, "f(g(a), b)\nf(g(b), b)\n", "2"},
	{"metavariable-pattern in another language",
	 "  patterns:\n  - pattern: f($X)\n"
	 "  - metavariable-pattern: {metavariable: $X, language: javascript, pattern: alert($Y)}\n",
	 PY, "f('alert(1)')\nf(\"x = 1; alert(x)\")\nf('note(1)')\nf(alert(1))\nA = 'alert(2)'\nf(A)\n", "1 2 4 6"},
	{"metavariable-pattern in another language binds and is focused",
	 "  patterns:\n  - pattern: f($X)\n"
	 "  - metavariable-pattern:\n      metavariable: $X\n      language: bash\n      pattern: eval $Y\n"
	 "  - focus-metavariable: $Y\n",
	 PY, "f('''\neval a\n''')\n", "2"},
	{"metavariable-pattern on the lines of a text",
	 "  patterns:\n  - pattern: a = \"$X\"\n"
	 "  - metavariable-pattern: {metavariable: $X, language: json, pattern: '{..., \"b\": 1, ...}'}\n",
	 "terraform", "a = <<T\n{\"b\": 1, \"c\": 2}\nT\na = <<T\n{\"b\": 2}\nT\n", "1"},
	{"metavariable-pattern with language regex",
	 "  patterns:\n  - pattern: f($X)\n"
	 "  - metavariable-pattern: {metavariable: $X, language: regex, pattern-regex: a+}\n",
	 PY, "f('baa')\nf('b')\n", "1"},
	/* focus */
	{"focus on one of several",
	 "  patterns:\n  - pattern: f($X, $Y)\n  - focus-metavariable: [$X, $Y]\n",
	 PY, "f(\na,\nb)\n", "2 3"},
	{"focus twice is on both at once",
	 "  patterns:\n  - pattern: f($X, g($Y))\n  - pattern-inside: f(..., $Z)\n"
	 "  - focus-metavariable: $Y\n  - focus-metavariable: $Z\n",
	 PY, "f(\na,\ng(\nb))\n", "4"},
	{"focus twice on different places is none",
	 "  patterns:\n  - pattern: f($X, $Y)\n  - focus-metavariable: $X\n  - focus-metavariable: $Y\n",
	 PY, "f(\na,\nb)\n", ""},
};

static const struct redos_row {
	const char *regex;
	bool explosive;
} redos_rows[] = {
	{"(a+)+", true},       {"(a*)*b", true},      {"^(\\w+\\s?)*$", true}, {"(a|a)*", true},
	{"(a|ab)*c", true},    {"([a-z]+)+@", true},  {"(.*a)+", true},        {"(?:x+x+)+y", true},
	{"((a+))+", true},     {"(a{1,})+", true},    {"(\\d+|\\d+x)*", true}, {"(a+)+?", true},
	{"a+", false},         {"(a+)", false},       {"(\\w+,)*", false},     {"(a|b)*", false},
	{"(ab)+", false},      {"(a+b)*", false},     {"(a?b)+", false},       {"[(a+)+]", false},
	{"\\(a+\\)+", false},  {"(a+)?", false},      {"(a++)+", false},       {"(?:https?://)+", false},
	{"(a+){2}", false},    {"", false},           {"(((", false},          {"a)+", false},
};
/* clang-format on */

static void
test_redos(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(redos_rows); i++)
		if (regex_is_explosive(slice_str(redos_rows[i].regex)) != redos_rows[i].explosive)
			fail_msg("%s", redos_rows[i].regex);
}

/* A regular expression of a rule on syntax sees all of a long text, piece by piece. */
static void
test_regex_on_long_text(void **state)
{
	const struct rule rule = {
		.id = S("r"),
		.languages = LANGUAGE_BIT(LANG_PYTHON),
		.formula = ALL(REGEX("(?m)^ab\\([0-9]+"), {.op = OP_PATTERN, .text = S("ab($X)")})};
	struct buf text = BUF_INIT(1u << 20);
	struct fixture f;
	char shown[512];

	(void)state;
	if (!syntax_available() || getenv("UNDER_VALGRIND")) /* there parsing it takes longer than it may */
		return;
	for (unsigned i = 0; i < 2000; i++)
		buf_addf(&text, i % 100 == 99 ? "ab(%u)\n" : "cd(%u)\n", i);
	assert_true(buf_ok(&text));
	fixture_begin(&f, &rule, 1);
	scan_source(&f, PY, text.ptr, shown, sizeof(shown));
	assert_string_equal(shown,
			    "100 200 300 400 500 600 700 800 900 1000 1100 1200 1300 1400 1500 1600 1700 "
			    "1800 1900 2000");
	fixture_end(&f);
	buf_release(&text);
}

/* An expression that needs a time square to the text's length is done soon. */
static void
test_hostile_text_ends(void **state)
{
	const struct rule rule = {.id = S("r"),
				  .languages = LANGUAGE_BIT(LANG_PYTHON),
				  .formula =
					  ALL(REGEX("x*x*x*[yz]"), {.op = OP_PATTERN, .text = S("f($X)")})};
	struct buf text = BUF_INIT(1u << 20);
	struct fixture f;
	char shown[512];

	(void)state;
	if (!syntax_available())
		return;
	buf_add_str(&text, "f('");
	for (unsigned i = 0; i < 200000; i++)
		buf_add_char(&text, 'x');
	buf_add_str(&text, "')\n");
	assert_true(buf_ok(&text));
	fixture_begin(&f, &rule, 1);
	scan_source(&f, PY, text.ptr, shown, sizeof(shown));
	assert_string_equal(shown, " [match limit]");
	fixture_end(&f);
	buf_release(&text);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 3] = {cmocka_unit_test(test_redos),
						    cmocka_unit_test(test_regex_on_long_text),
						    cmocka_unit_test(test_hostile_text_ends)};

	rule_rows_add(tests + 3, rows, COUNT(rows));
	return cmocka_run_group_tests_name("condition", tests, NULL, NULL);
}
