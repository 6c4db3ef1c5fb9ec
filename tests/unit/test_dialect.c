/*
 * test_dialect.c - the dialects against their grammars, and who has one
 */
#include "unit.h"

#include "syntax/dialect.h"

/* Whether a grammar of a language with this dialect has the kind. */
static bool
kind_is_known(const struct dialect *dialect, const char *kind)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const struct syntax_language *language = syntax_language((enum language)lang, slice_str(""));
		if (dialect_of((enum language)lang) == dialect && language &&
		    (syntax_kind(language, slice_str(kind), true) != 0 ||
		     syntax_kind(language, slice_str(kind), false) != 0))
			return true;
	}
	return false;
}

static bool
field_is_known(const struct dialect *dialect, const char *field)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const struct syntax_language *language = syntax_language((enum language)lang, slice_str(""));
		if (dialect_of((enum language)lang) == dialect && language &&
		    syntax_field(language, slice_str(field)) != 0)
			return true;
	}
	return false;
}

static void
test_rows_are_of_the_grammar(void **state)
{
	unsigned unknown = 0;

	(void)state;
	for (int lang = 0; lang < LANG_COUNT && syntax_available(); lang++) {
		const struct dialect *dialect = dialect_of((enum language)lang);
		for (const struct dialect_kind *k = dialect->kinds; k && k->kind; k++)
			if (!kind_is_known(dialect, k->kind)) {
				print_error("%s: no kind %s\n", language_name((enum language)lang), k->kind);
				unknown++;
			}
		for (const struct dialect_field *f = dialect->fields; f && f->field; f++)
			if (!field_is_known(dialect, f->field)) {
				print_error("%s: no field %s\n", language_name((enum language)lang),
					    f->field);
				unknown++;
			}
	}
	assert_int_equal(unknown, 0);
}

static const char *
first_hole(const char *form)
{
	const char *hole = strpbrk(form, ".^");

	assert_non_null(hole);
	return hole;
}

static const char *
last_hole(const char *form)
{
	const char *dot = strrchr(form, '.'), *capital = strrchr(form, '^');

	return dot && (!capital || dot > capital) ? dot : capital;
}

/* match/pattern_read.c tries no more forms together; a metavariable's name stands in its form once. */
static void
test_forms_can_be_read(void **state)
{
	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const struct dialect *dialect = dialect_of((enum language)lang);
		const char *const *dots = dialect_dots(dialect);
		size_t n = 0;
		while (dots[n])
			n++;
		assert_in_range(n, dialect->second == SECOND_NEVER ? 1 : 2, DIALECT_DOTS);
		for (const char *const *form = dialect_metavariables(dialect); *form; form++)
			assert_ptr_equal(first_hole(*form), last_hole(*form));
	}
}

static void
test_who_has_patterns(void **state)
{
	language_set all = dialect_languages();

	(void)state;
	if (!syntax_available()) {
		assert_int_equal(all, 0);
		return;
	}
	assert_true(all & LANGUAGE_BIT(LANG_PYTHON));
	assert_true(all & LANGUAGE_BIT(LANG_TYPESCRIPT));
	assert_false(all & LANGUAGE_BIT(LANG_NONE));
	assert_false(all & LANGUAGE_BIT(LANG_SQL));
	assert_ptr_equal(dialect_of(LANG_CPP), dialect_of(LANG_C));
}

static void
test_places(void **state)
{
	static const struct {
		const char *pattern;
		const char *places; /* of each `...`, as in names */
	} rows[] = {
		{"f(..., $X)", "e"},
		{"...\nf();\n...", "ss"},
		{"... + 1", "e"},
		{"...\n*p = 1;", "s"},
		{"if ($X) { ... f(); ... }", "ss"},
		{"try { ... } catch ($E $X) { ... }", "ss"},
		{"class A extends B { ... $T $F; ... }", "mm"},
		{"class A {\n $M(...) {\n ...\n }\n}", "ps"},
		{"$R $M(..., int $X, ...) throws E { ... }", "pps"},
		{"@A(..., b = 1, ...)\nclass $C { ... }", "aam"},
		{"@A(...)\n$R $M() { ... }", "es"},
		{"new A(...) { ... }", "ev"},
		{"new A[] { ... }", "e"},
		{"$X = { ..., 1, ... }", "ee"},
		{"f(new A() { ... }, ...)", "ve"},
		{"switch ($X) { ... }", "c"},
		{"f(($X, ...) -> { ... })", "es"},
		{"f((int $X, ...) => ...)", "pe"},
		{"func $F(..., $X $T) $R { ... }", "ps"},
		{"func ($X $T) $F(...) (..., error) { ... }", "pes"},
		{"if err != nil { ... }", "s"},
		{"$X := &a.T{..., F: true}", "v"},
		{"$X, err := f()\nb.C{...}", "v"},
		{"std::vector<...> v;", "e"},
		{"a[...]", "e"},
		{"$X. ...;", "h"},
		{"import (\n  ...\n  \"a\"\n)\n...", "is"},
		{"...\n... $X.f()", "ss"},
		{"$X. ... .f()", "e"},
		{"for (...) { ... }", "ls"},
		{"for (...; $X; ...) { ... }", "ees"},
	};
	static const char names[PLACE_COUNT] = {
		[PLACE_EXPRESSION] = 'e', [PLACE_STATEMENT] = 's', [PLACE_MEMBER] = 'm',
		[PLACE_VALUE] = 'v',      [PLACE_CASE] = 'c',      [PLACE_PARAMETER] = 'p',
		[PLACE_ANNOTATION] = 'a', [PLACE_LOOP] = 'l',      [PLACE_IMPORT] = 'i',
		[PLACE_CHAIN] = 'h'};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct slice pattern = slice_str(rows[i].pattern);
		char found[8] = "";
		size_t n = 0;
		for (size_t at = 0; at + 3 <= pattern.len && n < sizeof(found) - 1; at++) {
			if (!slice_starts(slice_sub(pattern, at, pattern.len), "..."))
				continue;
			found[n++] = names[dialect_place(pattern, at, 3)];
			at += 2;
		}
		if (strcmp(found, rows[i].places) != 0)
			fail_msg("%s: %s, not %s", rows[i].pattern, found, rows[i].places);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_are_of_the_grammar),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_forms_can_be_read),
		cmocka_unit_test(test_who_has_patterns),
	};

	return cmocka_run_group_tests_name("dialect", tests, NULL, NULL);
}
