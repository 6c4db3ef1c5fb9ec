/*
 * Patterns on texts of every language, and how they combine in rules.
 */
#include "pattern_fixture.h"
#include "pattern_rows.h"

#define PATTERN(s)                                                                                           \
	{                                                                                                    \
		.op = OP_PATTERN, .text = S(s), .at = { 2, 3 }                                               \
	}
#define WRAP(o, ...)                                                                                         \
	{                                                                                                    \
		NODES(o, __VA_ARGS__)                                                                        \
	}

static void
check_rule(const struct rule *rule, const char *source, const char *lines)
{
	struct fixture f;
	char shown[512];

	if (!syntax_available())
		return;
	fixture_begin(&f, rule, 1);
	scan_source(&f, PY, source, shown, sizeof(shown));
	fixture_end(&f);
	assert_string_equal(shown, lines);
}

static void
test_not(void **state)
{
	const struct rule rule = {.id = S("r"),
				  .formula = ALL(PATTERN("f($X)"), WRAP(OP_NOT, PATTERN("f(\"...\")")))};

	(void)state;
	check_rule(&rule, "f(a)\nf('a')\n", "1");
}

static void
test_inside(void **state)
{
	const struct rule rule = {
		.id = S("r"),
		.formula = ALL(PATTERN("f($X)"), WRAP(OP_INSIDE, PATTERN("def $F(..., $X, ...):\n  ...")))};

	(void)state;
	check_rule(&rule, "def g(a):\n  f(a)\n  f(b)\nf(a)\n", "2");
}

static void
test_not_inside(void **state)
{
	const struct rule rule = {
		.id = S("r"),
		.formula = ALL(PATTERN("f($X)"), WRAP(OP_NOT_INSIDE, PATTERN("try: ...\nexcept: ...")))};

	(void)state;
	check_rule(&rule, "try:\n  f(1)\nexcept:\n  pass\nf(1)\n", "5");
}

static void
test_inside_alone_is_no_match_of_its_surroundings(void **state)
{
	const struct rule rule = {
		.id = S("r"),
		.formula = ALL(WRAP(OP_INSIDE, PATTERN("def $F(...): ...")), PATTERN("def g(...): ..."))};

	(void)state;
	check_rule(&rule, "def g():\n  pass\ndef h():\n  def g(): pass\n", "1 4");
}

static void
test_either(void **state)
{
	const struct rule rule = {.id = S("r"), .formula = ANY(PATTERN("f(...)"), PATTERN("g(...)"))};

	(void)state;
	check_rule(&rule, "f(1)\nh(1)\ng(1)\n", "1 3");
}

static void
test_pattern_with_regex(void **state)
{
	const struct rule rule = {.id = S("r"), .formula = ALL(PATTERN("f($X)"), REGEX("secret"))};

	(void)state;
	check_rule(&rule, "f(secret)\nf(a)\nsecret\n", "1");
}

static void
test_condition_on_metavariable(void **state)
{
	const struct rule rule = {
		.id = S("r"),
		.formula = {NODES(OP_ALL, PATTERN("$F(1)")),
			    WITH({.op = CONDITION_REGEX, .metavariable = S("$F"), .text = S("^a.*")})}};

	(void)state;
	check_rule(&rule, "abc(1)\nbac(1)\n", "1");
}

static void
test_metavariable_pattern(void **state)
{
	const struct formula inner = PATTERN("g(...)");
	const struct rule rule = {
		.id = S("r"),
		.formula = {NODES(OP_ALL, PATTERN("f($X)")),
			    WITH({.op = CONDITION_PATTERN, .metavariable = S("$X"), .formula = &inner})}};

	(void)state;
	check_rule(&rule, "f(g(1))\nf(h(1))\nf(1 + g())\n", "1 3");
}

static void
test_focus(void **state)
{
	static const struct slice focus[] = {S("$X")};
	const struct rule rule = {
		.id = S("r"), .formula = {NODES(OP_ALL, PATTERN("f(\n$X)")), .focus = focus, .nfocus = 1}};

	(void)state;
	check_rule(&rule, "f(\n a)\n", "2");
}

static void
test_only_touched_lines(void **state)
{
	const struct rule rule = {.id = S("r"), .formula = PATTERN("f(...)")};
	static const struct line_range touched = {2, 2};
	const struct line_set lines = {&touched, 1};
	struct fixture f;
	struct text text;
	struct scan scan = {.text = &text, .lines = &lines, .lang = LANG_PYTHON};

	(void)state;
	if (!syntax_available())
		return;
	fixture_begin(&f, &rule, 1);
	assert_int_equal(text_from_lines(&text, &f.arena, slice_str("f(1)\nf(2)\nf(3)\n"), NULL, &f.err), 0);
	assert_int_equal(matcher_scan(f.matcher, &scan, &f.list, &f.err), 0);
	assert_int_equal(f.list.n, 1);
	assert_int_equal(f.list.items[0].start, 5);
	fixture_end(&f);
}

static void
test_unread_text_is_a_limit(void **state)
{
	const struct rule rule = {.id = S("r"), .formula = PATTERN("f(...)")};
	struct fixture f;
	char shown[512];

	(void)state;
	fixture_begin(&f, &rule, 1);
	scan_source(&f, "markdown", "f(1)\n", shown, sizeof(shown));
	assert_string_equal(shown, " [no grammar for the language]");
	if (syntax_available()) {
		scan_source(&f, PY, "f(1)\ndef (:\n", shown, sizeof(shown));
		assert_string_equal(shown, "1 [partial: syntax errors]");
	}
	fixture_end(&f);
}

/* What was read of a text is kept, but never for another text in the same place. */
static void
test_text_that_changes_in_place(void **state)
{
	const struct rule rule = {.id = S("r"), .formula = PATTERN("f($X)")};
	char source[] = "f(1)\ng(2)\n", other[] = "x\nf(1)\n";
	struct fixture f;
	char shown[512];

	(void)state;
	if (!syntax_available())
		return;
	fixture_begin(&f, &rule, 1);
	scan_source(&f, PY, source, shown, sizeof(shown));
	assert_string_equal(shown, "1");
	source[0] = 'g';
	source[5] = 'f';
	scan_source(&f, PY, source, shown, sizeof(shown));
	assert_string_equal(shown, "2");
	assert_slice_equal(f.list.items[0].bindings[0].value, "2");
	scan_source(&f, PY, other, shown, sizeof(shown));
	assert_string_equal(shown, "2");
	assert_slice_equal(f.list.items[0].bindings[0].value, "1");
	scan_source(&f, JS, source, shown, sizeof(shown));
	assert_string_equal(shown, "2");
	scan_source(&f, PY, source, shown, sizeof(shown));
	assert_string_equal(shown, "2");
	assert_ptr_equal(f.list.items[0].bindings[0].value.ptr, source + 7);
	fixture_end(&f);
}

static void
test_pattern_that_does_not_parse_is_a_limit(void **state)
{
	const struct rule rule = {.id = S("r"), .formula = PATTERN("f(((")};

	(void)state;
	check_rule(&rule, "f(1)\n", " [a pattern of the rule does not parse in this language]");
}

/* Rules for C++ read headers, which are taken for C. */
static void
test_pattern_of_another_language_finds_nothing(void **state)
{
	const struct rule rule = {.id = S("r"),
				  .languages = LANGUAGE_BIT(LANG_CPP),
				  .formula = PATTERN("try { ... } catch (...) { }")};
	struct fixture f;
	char shown[512];

	(void)state;
	if (!syntax_available())
		return;
	fixture_begin(&f, &rule, 1);
	scan_source(&f, "c", "int f(void);\n", shown, sizeof(shown));
	assert_string_equal(shown, "");
	scan_source(&f, "cpp", "void f() { try { g(); } catch (...) { } }\n", shown, sizeof(shown));
	assert_string_equal(shown, "1");
	fixture_end(&f);
}

static void
test_pattern_of_another_language_is_none(void **state)
{
	const struct rule rule = {
		.id = S("r"),
		.languages = LANGUAGE_BIT(LANG_PYTHON) | LANGUAGE_BIT(LANG_JAVA),
		.formula = ANY(PATTERN("$T $X = f();"), PATTERN("f(1)")),
	};

	(void)state;
	check_rule(&rule, "f(1)\n", "1");
}

int
main(void)
{
	static const struct CMUnitTest plain[] = {
		cmocka_unit_test(test_not),
		cmocka_unit_test(test_inside),
		cmocka_unit_test(test_not_inside),
		cmocka_unit_test(test_inside_alone_is_no_match_of_its_surroundings),
		cmocka_unit_test(test_either),
		cmocka_unit_test(test_pattern_with_regex),
		cmocka_unit_test(test_condition_on_metavariable),
		cmocka_unit_test(test_metavariable_pattern),
		cmocka_unit_test(test_focus),
		cmocka_unit_test(test_only_touched_lines),
		cmocka_unit_test(test_unread_text_is_a_limit),
		cmocka_unit_test(test_text_that_changes_in_place),
		cmocka_unit_test(test_pattern_that_does_not_parse_is_a_limit),
		cmocka_unit_test(test_pattern_of_another_language_finds_nothing),
		cmocka_unit_test(test_pattern_of_another_language_is_none),
	};
	struct CMUnitTest tests[COUNT(plain) + COUNT(rows)];
	char names[COUNT(rows)][ROW_NAME];

	memcpy(tests, plain, sizeof(plain));
	rows_add(tests + COUNT(plain), names, rows, COUNT(rows));
	return cmocka_run_group_tests_name("pattern", tests, NULL, NULL);
}
