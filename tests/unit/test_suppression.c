/*
 * Each row is a text and the suppressions found in it, one a line:
 * "line>applies id|reason|until defect 'the marked bytes'".
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "policy/suppression.h"

struct row {
	const char *name;
	enum language lang;
	const char *text, *expected;
};

/* clang-format off */
static const struct row rows[] = {
	{"nothing", LANG_PYTHON, "x = 1\n", ""},
	{"on the line", LANG_PYTHON, "a\nx = 1  # sluice: allow py-eval -- it is a constant\n",
		"2>2 py-eval|it is a constant| good 'sluice: allow py-eval -- it is a constant'\n"},
	{"on the line above", LANG_PYTHON, "# sluice: allow py-eval -- r\nx = 1\n",
		"1>2 py-eval|r| good 'sluice: allow py-eval -- r'\n"},
	{"indented, above", LANG_GO, "\t// sluice: allow a -- r\n\tx()\n",
		"1>2 a|r| good 'sluice: allow a -- r'\n"},
	{"two above one line", LANG_PYTHON, "# sluice: allow a -- r\n# sluice: allow b -- s\nx\n",
		"1>3 a|r| good 'sluice: allow a -- r'\n2>3 b|s| good 'sluice: allow b -- s'\n"},
	{"above and on the line", LANG_PYTHON, "# sluice: allow a -- r\nx # sluice: allow b -- s\n",
		"1>2 a|r| good 'sluice: allow a -- r'\n2>2 b|s| good 'sluice: allow b -- s'\n"},
	{"a plain comment between is what it applies to", LANG_PYTHON, "# sluice: allow a -- r\n# why\nx\n",
		"1>2 a|r| good 'sluice: allow a -- r'\n"},
	{"D21: later in a comment", LANG_PYTHON, "x # note; sluice: allow a -- r\n",
		"1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"the last line", LANG_PYTHON, "x\n# sluice: allow a -- r",
		"2>2 a|r| good 'sluice: allow a -- r'\n"},
	{"several blanks", LANG_PYTHON, "x # sluice:   allow\t a  --  r  s \n",
		"1>1 a|r  s| good 'sluice:   allow\t a  --  r  s'\n"},
	{"CRLF", LANG_PYTHON, "x # sluice: allow a -- r\r\n",
		"1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"block comment", LANG_C, "f(); /* sluice: allow a -- r */\n",
		"1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"block comment alone", LANG_C, "/* sluice: allow a -- r */\nf();\n",
		"1>2 a|r| good 'sluice: allow a -- r'\n"},
	{"block comment before code", LANG_C, "/* sluice: allow a -- r */ f();\ng();\n",
		"1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"two block comments on a line", LANG_C, "/* sluice: allow a -- r */ /* sluice: allow b -- s */\nf();\n",
		"1>2 a|r| good 'sluice: allow a -- r'\n1>2 b|s| good 'sluice: allow b -- s'\n"},
	{"XML comment", LANG_XML, "<a/> <!-- sluice: allow a -- r -->\n",
		"1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"XML comment without a reason", LANG_XML, "<!-- sluice: allow a -->\n",
		"1>1 a|| no-reason 'sluice: allow a'\n"},
	{"SQL comment", LANG_SQL, "SELECT 1 -- sluice: allow a -- r\n",
		"1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"until", LANG_PYTHON, "x # sluice: allow a -- see #12 until 2026-06-15\n",
		"1>1 a|see #12|2026-06-15 good 'sluice: allow a -- see #12 until 2026-06-15'\n"},
	{"until a day in a block comment", LANG_C, "f(); /* sluice: allow a -- r until 2027-01-01*/\n",
		"1>1 a|r|2027-01-01 good 'sluice: allow a -- r until 2027-01-01'\n"},
	{"until, no date", LANG_PYTHON, "x # sluice: allow a -- r until the rewrite\n",
		"1>1 a|r until the rewrite| good 'sluice: allow a -- r until the rewrite'\n"},
	{"expired", LANG_PYTHON, "x # sluice: allow a -- r until 2026-06-14\n",
		"1>1 a|r|2026-06-14 expired 'sluice: allow a -- r until 2026-06-14'\n"},
	{"leap day", LANG_PYTHON, "x # sluice: allow a -- r until 2028-02-29\n",
		"1>1 a|r|2028-02-29 good 'sluice: allow a -- r until 2028-02-29'\n"},
	{"no such leap day", LANG_PYTHON, "x # sluice: allow a -- r until 2027-02-29\n",
		"1>1 a|r until 2027-02-29| bad-date 'sluice: allow a -- r until 2027-02-29'\n"},
	{"no such month", LANG_PYTHON, "x # sluice: allow a -- r until 2027-13-01\n",
		"1>1 a|r until 2027-13-01| bad-date 'sluice: allow a -- r until 2027-13-01'\n"},
	{"short date", LANG_PYTHON, "x # sluice: allow a -- r until 2027-1-1\n",
		"1>1 a|r until 2027-1-1| bad-date 'sluice: allow a -- r until 2027-1-1'\n"},
	{"text behind the date", LANG_PYTHON, "x # sluice: allow a -- r until 2027-01-01 or so\n",
		"1>1 a|r until 2027-01-01 or so| bad-date 'sluice: allow a -- r until 2027-01-01 or so'\n"},
	{"until alone is no reason", LANG_PYTHON, "x # sluice: allow a -- until 2027-01-01\n",
		"1>1 a||2027-01-01 no-reason 'sluice: allow a -- until 2027-01-01'\n"},
	{"no id", LANG_PYTHON, "x # sluice: allow\n",
		"1>1 || no-id 'sluice: allow'\n"},
	{"no id but a reason", LANG_PYTHON, "x # sluice: allow -- r\n",
		"1>1 || no-id 'sluice: allow -- r'\n"},
	{"D20: no reason", LANG_PYTHON, "x # sluice: allow a\n",
		"1>1 a|| no-reason 'sluice: allow a'\n"},
	{"D20: a list is no id of ours", LANG_PYTHON, "x # sluice: allow a,b -- r\n",
		"1>1 a,b|r| good 'sluice: allow a,b -- r'\n"},
	{"D20: a second word is no second id", LANG_PYTHON, "x # sluice: allow a b -- r\n",
		"1>1 a|| no-reason 'sluice: allow a b -- r'\n"},
	{"dashes must be a word", LANG_PYTHON, "x # sluice: allow a --r\n",
		"1>1 a|| no-reason 'sluice: allow a --r'\n"},
	{"empty reason", LANG_PYTHON, "x # sluice: allow a --  \n",
		"1>1 a|| no-reason 'sluice: allow a --'\n"},

	{"not in a comment", LANG_PYTHON, "x = sluice: allow a -- r\n", ""},
	{"not in a string", LANG_PYTHON, "x = \"# sluice: allow a -- r\"\n", ""},
	{"not in a string of one quote", LANG_PYTHON, "x = '# sluice: allow a -- r'\n", ""},
	{"behind a string", LANG_PYTHON, "x = \"a\\\"#\" # sluice: allow a -- it's fine\n",
		"1>1 a|it's fine| good 'sluice: allow a -- it's fine'\n"},
	{"behind an apostrophe", LANG_RUST, "fn f<'a>(x: &'a u8) {} // sluice: allow a -- r\n",
		"1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"not behind a closed block comment", LANG_C, "/* x */ sluice: allow a -- r\n", ""},
	{"another language's comment", LANG_PYTHON, "x // sluice: allow a -- r\n", ""},
	{"a language without comments", LANG_JSON, "# sluice: allow a -- r\n", ""},
	{"of gitleaks", LANG_PYTHON, "x = 1  # a test key gitleaks:allow\n",
		"1>1 |gitleaks:allow| good 'gitleaks:allow'\n"},
	{"of gitleaks, alone", LANG_PYTHON, "# gitleaks:allow\nx\n",
		"1>1 |gitleaks:allow| good 'gitleaks:allow'\n"},
	{"of gitleaks, in a string", LANG_PYTHON, "x = 'gitleaks:allow'\n", ""},
	{"of gitleaks and ours", LANG_C, "x /* gitleaks:allow */ // sluice: allow a -- r\ny // sluice: allow b -- s\n",
		"1>1 |gitleaks:allow| good 'gitleaks:allow'\n1>1 a|r| good 'sluice: allow a -- r'\n"
		"2>2 b|s| good 'sluice: allow b -- s'\n"},
	{"ours and of gitleaks", LANG_C, "x /* sluice: allow a -- r */ // gitleaks:allow\n",
		"1>1 a|r| good 'sluice: allow a -- r'\n1>1 |gitleaks:allow| good 'gitleaks:allow'\n"},
	{"upper case", LANG_PYTHON, "# Sluice: Allow a -- r\n", ""},
	{"part of a word", LANG_PYTHON, "# git-sluice: allow a -- r\n", ""},
	{"another verb", LANG_PYTHON, "# sluice: allowed a -- r\n", ""},
	{"no blank", LANG_PYTHON, "# sluice:allow a -- r\n", ""},

	{"unknown type: #", LANG_NONE, "# sluice: allow a -- r\nx\n", "1>2 a|r| good 'sluice: allow a -- r'\n"},
	{"unknown type: //", LANG_NONE, "x // sluice: allow a -- r\n", "1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"unknown type: /*", LANG_NONE, "x /* sluice: allow a -- r */\n", "1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"unknown type: <!--", LANG_NONE, "x <!-- sluice: allow a -- r -->\n", "1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"unknown type: --", LANG_NONE, "x -- sluice: allow a -- r\n", "1>1 a|r| good 'sluice: allow a -- r'\n"},
	{"unknown type: ;", LANG_NONE, "; sluice: allow a -- r\nx\n", "1>2 a|r| good 'sluice: allow a -- r'\n"},
	{"unknown type: %", LANG_NONE, "% sluice: allow a -- r\nx\n", "1>2 a|r| good 'sluice: allow a -- r'\n"},
	{"unknown type: bare", LANG_NONE, "sluice: allow a -- r\n", ""},
};
/* clang-format on */

static void
print(struct buf *out, const struct text *text, const struct suppression *s)
{
	static const char *const defects[] = {"good", "no-id", "no-reason", "bad-date", "expired"};
	struct slice marked = slice_sub(text->bytes, s->start, s->end);

	buf_addf(out, "%u>%u %.*s|%.*s|%s %s '%.*s'\n", s->line, s->applies, (int)s->rule_id.len,
		 s->rule_id.ptr, (int)s->reason.len, s->reason.ptr, s->until, defects[s->defect],
		 (int)marked.len, marked.ptr);
}

static void
check(const char *bytes, const uint32_t *numbers, enum language lang, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct buf out = BUF_INIT(4096);
	struct err err = ERR_INIT;
	struct suppression *found;
	struct text text;
	size_t n;

	assert_int_equal(text_from_lines(&text, &arena, slice_str(bytes), numbers, &err), 0);
	assert_int_equal(suppressions_find(&found, &n, &arena, &text, lang, "2026-06-15", NULL, &err), 0);
	buf_add_str(&out, "");
	for (size_t i = 0; i < n; i++)
		print(&out, &text, &found[i]);
	assert_string_equal(out.ptr, expected);
	arena_release(&arena);
	buf_release(&out);
}

static void
test_row(void **state)
{
	const struct row *row = *state;

	check(row->text, NULL, row->lang, row->expected);
}

/* The line behind a hunk of a patch is not known: the next text line is another place. */
static void
test_patch(void **state)
{
	static const uint32_t numbers[] = {4, 5, 90, 91};

	(void)state;
	check("x\n# sluice: allow a -- r\n# sluice: allow b -- s\ny\n", numbers, LANG_PYTHON,
	      "2>2 a|r| good 'sluice: allow a -- r'\n3>4 b|s| good 'sluice: allow b -- s'\n");
}

static void
test_rules(void **state)
{
	const struct rule *const all[] = {&suppression_rule_added, &suppression_rule_unused,
					  &suppression_rule_invalid};

	(void)state;
	assert_slice_equal(all[0]->id, "sluice-suppression-added");
	assert_slice_equal(all[1]->id, "sluice-suppression-unused");
	assert_slice_equal(all[2]->id, "sluice-suppression-invalid");
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(all[i]->area, AREA_COMMENTS);
		assert_int_equal(all[i]->severity, SEVERITY_WARNING);
		assert_false(rule_blocks(all[i]));
		assert_true(rule_reads(all[i], slice_str("any/thing"), LANG_NONE));
	}
}

#define ROWS (sizeof(rows) / sizeof(*rows))

int
main(void)
{
	static const struct CMUnitTest singles[] = {
		cmocka_unit_test(test_patch),
		cmocka_unit_test(test_rules),
	};
	struct CMUnitTest tests[ROWS + sizeof(singles) / sizeof(*singles)];

	for (size_t i = 0; i < ROWS; i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	memcpy(tests + ROWS, singles, sizeof(singles));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
