#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "report_sample.h"

static void
assert_text(const struct review *review, struct report_options options, const char *expected)
{
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;

	assert_int_equal(report_text(&out, review, &options, &err), 0);
	assert_slice_equal(buf_slice(&out), expected);
	buf_release(&out);
}

static void
assert_contains(const struct review *review, struct report_options options, const char *part)
{
	struct buf out = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;

	assert_int_equal(report_text(&out, review, &options, &err), 0);
	if (slice_find(buf_slice(&out), slice_str(part)) == (size_t)-1)
		fail_msg("\"%s\" is not in \"%s\"", part, out.ptr);
	buf_release(&out);
}

static void
test_full(void **state)
{
	(void)state;
	struct review review = sample_review();

	assert_text(&review, (struct report_options){0},
		    "neutron/ports.py:41:10: error: SQL is built from text. Use bound parameters. "
		    "[python-sql-format]\n"
		    "   40   | def by_name(self, name):\n"
		    "   41 - | \treturn q.filter_by(name=name)\n"
		    "   41 + | \tquery = \"\xc3\xbc\xc3\xbc %s\" % name\n"
		    "        | \t        ^~~~~~~~~~~~~~\n"
		    "        via neutron/api.py:12:5: input of the request, "
		    "neutron/ports.py:41:10: reaches the query\n"
		    "        fix: text(\"... :name\")\n"
		    "           |     .bind(name)\n"
		    "        CWE-89, CWE-564 \xc2\xb7 sql-injection \xc2\xb7 introduced\n"
		    "\n"
		    "settings.py:1:9: error: A token is written down [generic-private-token]\n"
		    "    1 + | token = \"****\"\n"
		    "        |         ^~~~~~\n"
		    "        CWE-798: Use of Hard-coded Credentials \xc2\xb7 secrets \xc2\xb7 introduced\n"
		    "        in commit 1a2b3c4d5e6f of refs/heads/topic, removed in d4e5f6071829: still in "
		    "history, rewrite it\n"
		    "\n"
		    "neutron/ports.py:17:1: warning: An authentication check goes away "
		    "[python-auth-decorator-removed]\n"
		    "   17 - | @login_required\n"
		    "        | ^~~~~~~~~~~~~~~\n"
		    "   17   | def delete(port):\n"
		    "        CWE-306 \xc2\xb7 auth \xc2\xb7 guard removed here (was neutron/port.py:17)\n"
		    "\n"
		    "\"::error\\nf.c\\377\":100000:3: warning: A comment \\x1b[31m promises a check "
		    "[security-todo]\n"
		    "100000 + | # TODO \\x1b[2J<U+202E> check\n"
		    "         |   ^~~~~~~~~~~~~~~~~~~~~~~\n"
		    "100001 + |\n"
		    "         comments \xc2\xb7 there before, its lines were edited (was line 99)\n"
		    "\n"
		    "sql-injection     block    1 finding    12 of 31 rules     at neutron/ports.py:41   "
		    "seen: ORM queries 7 (neutron/ports.py:12, 19, 33, ...)\n"
		    "input-validation  pass     0 findings   9 of 20 rules\n"
		    "error-handling    pass     0 findings   9 of 9 rules\n"
		    "data-exposure     pass     0 findings   3 of 8 rules\n"
		    "auth              warn     1 finding    10 of 10 rules     at neutron/ports.py:17\n"
		    "comments          warn     1 finding    5 of 5 rules       at "
		    "\"::error\\nf.c\\377\":100000\n"
		    "dependencies      -        0 findings   0 of 9 rules read these files\n"
		    "secrets           block    1 finding    4 of 4 rules       at settings.py:1\n"
		    "\n"
		    "source    main..topic\n"
		    "changes   2 commits, 5 files, +120 -14 lines; 130 of 134 changed lines reviewed\n"
		    "rules     96 active; 3 rules use operators or patterns that this build cannot run\n"
		    "silent    1 suppressed, 1 baselined, 1 moved\n"
		    "skipped   2 not analysed:\n"
		    "          logo.png: binary\n"
		    "          vendor/lib (1a2b3c4d5e6f): submodule\n"
		    "\n"
		    "Blocked: 2 blocking findings, 2 warnings.\n");
}

static void
test_clean(void **state)
{
	(void)state;
	struct review review = sample_clean();

	assert_text(&review, (struct report_options){0},
		    "sql-injection     pass     0 findings   12 of 31 rules\n"
		    "input-validation  pass     0 findings   9 of 20 rules\n"
		    "error-handling    pass     0 findings   9 of 9 rules\n"
		    "data-exposure     pass     0 findings   3 of 8 rules\n"
		    "auth              pass     0 findings   10 of 10 rules\n"
		    "comments          pass     0 findings   5 of 5 rules\n"
		    "dependencies      -        0 findings   0 of 9 rules read these files\n"
		    "secrets           pass     0 findings   4 of 4 rules\n"
		    "\n"
		    "No security defects detected\n"
		    "source    main..topic\n"
		    "changes   2 commits, 5 files, +120 -14 lines; 130 of 134 changed lines reviewed\n"
		    "rules     96 active; 3 rules use operators or patterns that this build cannot run\n");
	assert_text(&review, (struct report_options){.quiet = true},
		    "No security defects detected\n"
		    "2 commits, 5 files, +120 -14 lines; 130 of 134 changed lines reviewed\n");
}

static void
test_pusher(void **state)
{
	(void)state;
	struct review review = sample_review();
	struct report_options options = {.pusher = true, .gitlab = true, .color = true};

	review.scope.is_push = true;
	assert_text(&review, options,
		    "GL-HOOK-ERR: git-sluice: 2 blocking findings, first at neutron/ports.py:41\n"
		    "neutron/ports.py:41:10: error: SQL is built from text. Use bound\n"
		    "  parameters. [python-sql-format]\n"
		    "   41 + | query = \"\xc3\xbc\xc3\xbc %s\" % name\n"
		    "        |         ^~~~~~~~~~~~~~\n"
		    "  via neutron/api.py:12:5: input of the request, neutron/ports.py:41:10:\n"
		    "  reaches the query\n"
		    "  fix: text(\"... :name\") .bind(name)\n"
		    "  CWE-89, CWE-564 \xc2\xb7 sql-injection \xc2\xb7 introduced\n"
		    "\n"
		    "settings.py:1:9: error: A token is written down [generic-private-token]\n"
		    "    1 + | token = \"****\"\n"
		    "        |         ^~~~~~\n"
		    "  CWE-798: Use of Hard-coded Credentials \xc2\xb7 secrets \xc2\xb7 introduced\n"
		    "  in commit 1a2b3c4d5e6f of refs/heads/topic, removed in d4e5f6071829:\n"
		    "  still in history, rewrite it\n"
		    "\n"
		    "neutron/ports.py:17:1: warning: An authentication check goes away\n"
		    "  [python-auth-decorator-removed]\n"
		    "   17 - | @login_required\n"
		    "        | ^~~~~~~~~~~~~~~\n"
		    "  CWE-306 \xc2\xb7 auth \xc2\xb7 guard removed here (was neutron/port.py:17)\n"
		    "\n"
		    "\"::error\\nf.c\\377\":100000:3: warning: A comment \\x1b[31m promises a\n"
		    "  check [security-todo]\n"
		    "100000 + | # TODO \\x1b[2J<U+202E> check\n"
		    "         |   ^~~~~~~~~~~~~~~~~~~~~~~\n"
		    "  comments \xc2\xb7 there before, its lines were edited (was line 99)\n"
		    "\n"
		    "2 blocking findings, 2 warnings in main..topic: 2 commits, 5 files, +120\n"
		    "  -14 lines; 130 of 134 changed lines reviewed\n"
		    "silent: 1 suppressed, 1 baselined, 1 moved\n"
		    "not analysed: logo.png: binary\n"
		    "not analysed: vendor/lib (1a2b3c4d5e6f): submodule\n"
		    "error: push declined by git-sluice: 2 blocking findings\n");
	review = sample_clean();
	assert_text(&review, options,
		    "No security defects detected\n"
		    "main..topic: 2 commits, 5 files, +120 -14 lines; 130 of 134 changed\n"
		    "  lines reviewed\n");
}

/* The parts that `verbose` adds. */
static void
test_verbose(void **state)
{
	(void)state;
	struct review review = sample_review();
	struct report_options options = {.verbose = true};

	assert_contains(&review, options,
			"        CWE-89, CWE-564 \xc2\xb7 sql-injection \xc2\xb7 introduced \xc2\xb7 ERROR, "
			"confidence HIGH\n"
			"        see https://example.org/sql\n"
			"        see https://example.org/orm\n"
			"        fingerprint 00112233445566778899aabbccddeeff\n"
			"\n");
	assert_contains(
		&review, options,
		"\nneutron/agents.py:7:2: note: suppressed (the name is a constant): SQL is built from "
		"text. [python-sql-format]\n"
		"neutron/old.py:3:1: note: baselined: A comment promises a check [security-todo]\n"
		"neutron/old.py:30:1: note: moved (was line 20): A comment promises a check "
		"[security-todo]\n"
		"\nsql-injection");
	assert_contains(&review, options,
			"seen: ORM queries 7 (neutron/ports.py:12, 19, 33, neutron/agents.py:4, ...)\n");
}

static void
test_color(void **state)
{
	(void)state;
	struct review review = sample_review();
	struct report_options options = {.color = true};

	assert_contains(&review, options,
			"\x1b[1mneutron/ports.py:41:10:\x1b[m \x1b[1;31merror:\x1b[m SQL is built");
	assert_contains(&review, options, "        | \x1b[32m\t        ^~~~~~~~~~~~~~\x1b[m\n");
	assert_contains(&review, options, "\x1b[33mwarning:\x1b[m An auth");
	assert_contains(&review, options, "auth              \x1b[33mwarn\x1b[m     1 finding ");
	assert_contains(&review, options, "\x1b[1;31mBlocked: 2 blocking findings, 2 warnings.\x1b[m\n");
}

static void
test_quiet(void **state)
{
	(void)state;
	struct review review = sample_review();

	review.findings = &review.findings[1];
	review.n = review.nactive = 1;
	assert_text(&review, (struct report_options){.quiet = true, .verbose = false},
		    "settings.py:1:9: error: A token is written down [generic-private-token]\n"
		    "    1 + | token = \"****\"\n"
		    "        |         ^~~~~~\n"
		    "        CWE-798: Use of Hard-coded Credentials \xc2\xb7 secrets \xc2\xb7 introduced\n"
		    "        in commit 1a2b3c4d5e6f of refs/heads/topic, removed in d4e5f6071829: still in "
		    "history, rewrite it\n"
		    "\n"
		    "not analysed: logo.png: binary\n"
		    "not analysed: vendor/lib (1a2b3c4d5e6f): submodule\n"
		    "Blocked: 2 blocking findings, 2 warnings.\n");
}

/* The last lines of a quiet report, by what makes the verdict. */
static void
test_verdicts(void **state)
{
	(void)state;
	struct report_options quiet = {.quiet = true};
	struct review review = sample_clean();

	review.verdict = VERDICT_INCOMPLETE;
	review.incomplete = (struct skipped *)sample_incomplete;
	review.nincomplete = COUNT(sample_incomplete);
	assert_text(&review, quiet,
		    "Incomplete: 2 parts were not reviewed, 0 findings in the rest.\n"
		    "  big.sql: 120 MB is above the limit of 64 MB\n"
		    "  the time limit was met\n");

	review = sample_clean();
	review.verdict = VERDICT_WARN;
	review.areas[AREA_AUTH].findings = 3;
	assert_text(&review, quiet, "Passed with 3 warnings.\n");
	review.areas[AREA_AUTH].findings = 1;
	assert_text(&review, quiet, "Passed with 1 warning.\n");
	review.verdict = VERDICT_BLOCK; /* --fail-on=warn */
	assert_text(&review, quiet, "Blocked: 1 warning.\n");

	review = sample_clean();
	review.reviewed_lines = 0;
	assert_text(&review, quiet,
		    "No rule read the change\n"
		    "2 commits, 5 files, +120 -14 lines; 0 of 134 changed lines reviewed\n");

	review = (struct review){.scope = {.description = "staged changes"}};
	assert_text(&review, quiet,
		    "Nothing to review\n"
		    "0 files, +0 -0 lines; 0 of 0 changed lines reviewed\n");
}

/* A file's name may be a command of a CI service, which skips white space before it. */
static void
test_parts_are_no_commands(void **state)
{
	(void)state;
	static const struct skipped parts[] = {{S("::add-mask::x"), S(""), S("binary")}};
	struct review review = sample_clean();

	review.skipped = (struct skipped *)parts;
	review.nskipped = COUNT(parts);
	assert_contains(&review, (struct report_options){0}, "\n          ./::add-mask::x: binary\n");
	review.incomplete = (struct skipped *)parts;
	review.nincomplete = COUNT(parts);
	review.verdict = VERDICT_INCOMPLETE;
	assert_contains(&review, (struct report_options){0}, "\n  ./::add-mask::x: binary\n");
}

static void
test_scope(void **state)
{
	(void)state;
	struct skipped many[12];
	struct review review = sample_clean();

	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = sample_skipped[i % COUNT(sample_skipped)];
	review.skipped = many;
	review.nskipped = COUNT(many);
	review.scope.is_partial = true;
	review.scope.description = "a\x1b..b";
	review.scope.commits = 0;
	review.scope.files = 1;
	review.unsupported_rules = 0;
	review.rules_without_grammar = 1;
	review.existing = 2;
	review.off = 4;
	assert_contains(&review, (struct report_options){0},
			"No new security defects detected\n"
			"source    a\\x1b..b\n"
			"changes   1 file, +120 -14 lines; 130 of 134 changed lines reviewed\n"
			"rules     96 active; built without grammars: 1 rule on syntax did not run\n"
			"silent    2 existing, 4 off\n"
			"partial   only the patch's own lines are known\n"
			"skipped   12 not analysed:\n"
			"          logo.png: binary\n"
			"          vendor/lib (1a2b3c4d5e6f): submodule\n");
	assert_contains(&review, (struct report_options){0}, "\n          and 2 more\n");
	assert_contains(&review, (struct report_options){.verbose = true},
			"          logo.png: binary\n"
			"          vendor/lib (1a2b3c4d5e6f): submodule\n"
			"          logo.png: binary\n"
			"          vendor/lib (1a2b3c4d5e6f): submodule\n"
			"          logo.png: binary\n"
			"          vendor/lib (1a2b3c4d5e6f): submodule\n"
			"          logo.png: binary\n"
			"          vendor/lib (1a2b3c4d5e6f): submodule\n"
			"          logo.png: binary\n"
			"          vendor/lib (1a2b3c4d5e6f): submodule\n"
			"          logo.png: binary\n"
			"          vendor/lib (1a2b3c4d5e6f): submodule\n");
}

static void
test_areas(void **state)
{
	(void)state;
	struct finding findings[5];
	struct review review = sample_clean();

	for (size_t i = 0; i < COUNT(findings); i++) {
		findings[i] = sample_findings[0];
		findings[i].line = 10 + (uint32_t)i;
	}
	findings[1].path = slice_str("a b.py");
	review.findings = findings;
	review.n = review.nactive = COUNT(findings);
	review.areas[AREA_SQL_INJECTION] = sample_area(AREA_SQL_INJECTION, 3, 2, 5, 5);
	review.areas[AREA_AUTH] = sample_area(AREA_AUTH, 0, 0, 0, 0);
	assert_contains(&review, (struct report_options){0},
			"\nsql-injection     block    5 findings   2 of 3 rules       "
			"at neutron/ports.py:10, a b.py:11, neutron/ports.py:12 and 2 more\n");
	assert_contains(&review, (struct report_options){0},
			"\nauth              -        0 findings   no rules\n");
	assert_contains(&review, (struct report_options){.verbose = true},
			"at neutron/ports.py:10, a b.py:11, neutron/ports.py:12, 13, 14\n");
}

/* The worst of them, and how many more. */
static void
test_pusher_many(void **state)
{
	(void)state;
	struct finding findings[LIMIT_PUSHER_FINDINGS + 1];
	struct review review = sample_clean();
	struct report_options options = {.pusher = true};

	for (size_t i = 0; i < COUNT(findings); i++) {
		findings[i] = sample_findings[1];
		findings[i].line = 100 + (uint32_t)i;
	}
	review.verdict = VERDICT_BLOCK;
	review.findings = findings;
	review.n = review.nactive = COUNT(findings);
	review.areas[AREA_SECRETS] = sample_area(AREA_SECRETS, 4, 4, COUNT(findings), COUNT(findings));
	assert_contains(&review, options, "\nsettings.py:119:9: error:");
	assert_contains(&review, options,
			"\n\n1 more finding is not shown.\n"
			"21 blocking findings in main..topic: 2 commits, 5 files, +120 -14 lines;\n"
			"  130 of 134 changed lines reviewed\n"
			"error: declined by git-sluice: 21 blocking findings\n");
}

static void
test_pusher_incomplete(void **state)
{
	(void)state;
	struct review review = sample_clean();

	review.verdict = VERDICT_INCOMPLETE;
	review.scope.is_push = true;
	review.incomplete = (struct skipped *)sample_incomplete;
	review.nincomplete = COUNT(sample_incomplete);
	assert_text(&review, (struct report_options){.pusher = true, .gitlab = true},
		    "GL-HOOK-ERR: git-sluice: the review is incomplete\n"
		    "0 findings in main..topic: 2 commits, 5 files, +120 -14 lines; 130 of\n"
		    "  134 changed lines reviewed\n"
		    "not reviewed: big.sql: 120 MB is above the limit of 64 MB\n"
		    "not reviewed: the time limit was met\n"
		    "error: push declined by git-sluice: the review is incomplete\n");
}

/* One finding of one snippet line, as a pusher sees it. */
static void
assert_pusher_code(const char *text, uint32_t mark_start, uint32_t mark_end, const char *expected)
{
	struct snippet_line line = {SNIPPET_ADDED, 7, slice_str(text), mark_start, mark_end};
	struct finding finding = sample_findings[1];
	struct review review = sample_clean();

	finding.snippet = &line;
	finding.nsnippet = 1;
	review.findings = &finding;
	review.n = review.nactive = 1;
	assert_contains(&review, (struct report_options){.pusher = true}, expected);
}

static void
test_pusher_code_is_cut(void **state)
{
	(void)state;
	/* blanks at the start go */
	assert_pusher_code("\t\t  key = 1", 4, 7,
			   "\n    7 + | key = 1\n"
			   "        | ^~~\n");
	/* at the end */
	assert_pusher_code("key = 3456789 123456789 123456789 123456789 123456789 1234567890123", 0, 3,
			   "\n    7 + | key = 3456789 123456789 123456789 123456789 123456789 123...\n"
			   "        | ^~~\n");
	/* on both sides, a tab inside, the mark kept */
	assert_pusher_code("0123456789 123456789 123456789\t123456789 KEY 5678 "
			   "123456789 123456789 123456789 123456789",
			   41, 44,
			   "\n    7 + | ...123456789 123456789 KEY 5678 123456789 123456789 12345...\n"
			   "        |                        ^~~\n");
	/* exactly as long as there is room */
	assert_pusher_code("123456789 123456789 123456789 123456789 123456789 1234567890", 0, 1,
			   "\n    7 + | 123456789 123456789 123456789 123456789 123456789 1234567890\n"
			   "        | ^\n");
}

/* Nothing at the start of a line may be taken for a command of a CI service. */
static void
test_path_is_no_command(void **state)
{
	(void)state;
	struct finding finding = sample_findings[1];
	struct review review = sample_clean();

	review.findings = &finding;
	review.n = review.nactive = 1;
	finding.nsnippet = 0;
	finding.path = slice_str(" ::stop-commands::x");
	assert_contains(&review, (struct report_options){.quiet = true}, "./ ::stop-commands::x:1:9: error:");
	finding.path = slice_str("##vso[x]");
	assert_contains(&review, (struct report_options){.quiet = true}, "./##vso[x]:1:9: error:");
	finding.path = slice_str("src/a:b");
	assert_contains(&review, (struct report_options){.quiet = true}, "src/a:b:1:9: error:");
	finding.message = slice_str("1234567890123456789012345678901234567890123456789 ::error::x y");
	assert_contains(&review, (struct report_options){.pusher = true},
			"123456789 ::error::x\n  y [generic-private-token]\n");
}

static void
test_too_large(void **state)
{
	(void)state;
	struct review review = sample_review();
	struct buf out = BUF_INIT(100);
	struct err err = ERR_INIT;

	assert_int_equal(report_text(&out, &review, &(struct report_options){0}, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	buf_release(&out);
}

static void
test_formats(void **state)
{
	(void)state;
	struct slice names = slice_str(report_format_names()), name;

	for (size_t n = 0; slice_next_word(&names, &name); n++) {
		char copy[16] = "";
		assert_true(name.len < sizeof(copy));
		memcpy(copy, name.ptr, name.len - (slice_ends(name, ",") ? 1 : 0));
		const struct report_format *format = report_format_by_name(copy);
		assert_non_null(format);
		assert_string_equal(format->name, copy);
	}
	assert_null(report_format_by_name("tex"));
	assert_null(report_format_by_name(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_pusher),
		cmocka_unit_test(test_verbose),
		cmocka_unit_test(test_color),
		cmocka_unit_test(test_quiet),
		cmocka_unit_test(test_verdicts),
		cmocka_unit_test(test_parts_are_no_commands),
		cmocka_unit_test(test_scope),
		cmocka_unit_test(test_areas),
		cmocka_unit_test(test_pusher_many),
		cmocka_unit_test(test_pusher_incomplete),
		cmocka_unit_test(test_pusher_code_is_cut),
		cmocka_unit_test(test_path_is_no_command),
		cmocka_unit_test(test_too_large),
		cmocka_unit_test(test_formats),
	};

	return cmocka_run_group_tests_name("report_text", tests, NULL, NULL);
}
