#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "rule/ruleset.h"
#include "rule/taint.h"

#define HEAD(id) "rules:\n- id: " id "\n  message: m\n  severity: INFO\n  languages: [python]\n"
#define RULE(id) HEAD(id) "  pattern-either:\n"

/* ---- what is read ---- */

/* The texts of a formula in order: "a|b", and "(a|b)" where one has children. */
static void
describe(struct buf *out, const struct formula *f)
{
	buf_add_slice(out, f->text);
	if (f->nchildren > 0)
		buf_add_char(out, '(');
	for (size_t i = 0; i < f->nchildren; i++) {
		buf_add_str(out, i > 0 ? "|" : "");
		describe(out, &f->children[i]);
	}
	if (f->nchildren > 0)
		buf_add_char(out, ')');
}

static void
check_formula(const struct formula *f, const char *expected)
{
	struct buf out = BUF_INIT(1u << 20);

	describe(&out, f);
	assert_string_equal(out.ptr, expected);
	buf_release(&out);
}

struct row {
	const char *name, *yaml, *formula;
};

#define LISTS "lists:\n  one: [pattern-regex: a]\n  two: [{pattern-regex: b}, {pattern-regex: c}]\n"

static const struct row rows[] = {
	{"alone", LISTS RULE("r") "  - use: two\n", "(b|c)"},
	{"between others", LISTS RULE("r") "  - pattern-regex: x\n  - use: two\n  - pattern-regex: y\n",
	 "(x|b|c|y)"},
	{"first, last and twice", LISTS RULE("r") "  - use: one\n  - pattern-regex: x\n  - use: one\n",
	 "(a|x|a)"},
	{"lists behind the rules", RULE("r") "  - use: two\n" LISTS, "(b|c)"},
	{"a list of lists",
	 LISTS "  all: [{use: two}, {pattern-regex: d}, {use: one}]\n" RULE("r") "  - use: all\n",
	 "(b|c|d|a)"},
	{"inside an entry of a list",
	 LISTS "  in: [{pattern-either: [{use: two}, {pattern-regex: d}]}]\n" RULE(
		 "r") "  - use: in\n  - use: in\n",
	 "((b|c|d)|(b|c|d))"},
	{"operands of patterns",
	 LISTS "  not: [{pattern-not-regex: n}]\n" HEAD("r") "  patterns:\n  - use: two\n  - use: not\n",
	 "(b|c|n)"},
	{"below a condition",
	 LISTS HEAD("r") "  patterns:\n  - pattern-either:\n    - pattern-regex: x\n    - use: one\n",
	 "((x|a))"},
	{"metadata is left alone",
	 LISTS HEAD("r") "  pattern-regex: x\n  metadata: {references: [use], tags: [{use: nothing}]}\n",
	 "x"},
};

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct ruleset set;
	struct err err = ERR_INIT;

	ruleset_init(&set);
	if (ruleset_load_bytes(&set, "f", slice_str(row->yaml), &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(set.n, 1);
	check_formula(&set.rules[0]->formula, row->formula);
	ruleset_release(&set);
}

static void
test_taint(void **state)
{
	static const char yaml[] = "lists:\n"
				   "  in: [{pattern: a, exact: true}, {pattern: b, label: B}]\n"
				   "  out: [{pattern: s}]\n"
				   "  clean: [{pattern: c, not_conflicting: true}]\n"
				   "  pass: [{pattern: 'f($A, $B)', from: $A, to: $B}]\n" HEAD(
					   "r") "  mode: taint\n"
						"  pattern-sources: [{use: in}, {pattern: x}]\n"
						"  pattern-sinks: [{use: out}]\n"
						"  pattern-sanitizers: [{use: clean}]\n"
						"  pattern-propagators: [{use: pass}]\n";
	struct ruleset set;
	struct err err = ERR_INIT;

	(void)state;
	ruleset_init(&set);
	set.syntax = LANGUAGE_BIT(LANG_PYTHON);
	if (ruleset_load_bytes(&set, "f", slice_str(yaml), &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(set.n, 1);
	const struct taint *taint = set.rules[0]->taint;
	assert_int_equal(taint->sources.n, 3);
	check_formula(&taint->sources.items[0].formula, "a");
	assert_true(taint->sources.items[0].exact);
	assert_slice_equal(taint->sources.items[1].label, "B");
	assert_int_equal(taint->sources.items[1].at.line, 2);
	assert_int_equal(taint->sources.items[1].at.column, 35);
	check_formula(&taint->sources.items[2].formula, "x");
	assert_int_equal(taint->sources.items[2].at.line, 12);
	assert_int_equal(taint->sinks.n, 1);
	assert_int_equal(taint->sanitizers.n, 1);
	assert_true(taint->sanitizers.items[0].not_conflicting);
	assert_int_equal(taint->propagators.n, 1);
	assert_slice_equal(taint->propagators.items[0].to, "$B");
	ruleset_release(&set);
}

/* ---- mistakes ---- */

static const struct row mistakes[] = {
	{"unknown list", RULE("r") "  - use: no\n",
	 "f:7:10: there is no list 'no': write it under 'lists' in this file or in lists.yaml beside it"},
	{"no name", RULE("r") "  - use: [a]\n", "f:7:10: 'use' expects the name of a list"},
	{"empty name", RULE("r") "  - use: ''\n", "f:7:10: 'use' expects the name of a list"},
	{"another key", LISTS RULE("r") "  - {use: one, pattern-regex: x}\n",
	 "f:10:5: an operand has exactly one key (pattern-regex, pattern-either ...)"},
	{"where no list is",
	 LISTS HEAD("r") "  patterns:\n  - pattern-regex: y\n  - pattern-not: {use: one}\n",
	 "f:11:19: 'use' is no operator that can stand here; known are: pattern-regex, pattern-not-regex, "
	 "patterns, pattern-either, pattern, pattern-not, pattern-inside, pattern-not-inside"},
	{"lists are a list", "lists: [a]\n" RULE("r") "  - use: a\n",
	 "f:1:8: lists is a mapping of names to lists of entries"},
	{"no lists", "lists: {}\n" RULE("r") "  - use: a\n",
	 "f:1:8: lists is a mapping of names to lists of entries"},
	{"a list is text", "lists: {a: b}\n" RULE("r") "  - use: a\n",
	 "f:1:12: list 'a' needs at least one entry"},
	{"an empty list", "lists: {a: []}\n" RULE("r") "  - use: a\n",
	 "f:1:12: list 'a' needs at least one entry"},
	{"a list that uses itself", "lists:\n  a: [{use: a}]\n" RULE("r") "  - use: a\n",
	 "f:2:13: list 'a' stands at line 2: a list can use those above it"},
	{"a cycle", "lists:\n  a: [{pattern-either: [{use: b}]}]\n  b: [{use: a}]\n" RULE("r") "  - use: a\n",
	 "f:2:31: list 'b' stands at line 3: a list can use those above it"},
	{"a mistake in an entry", "lists:\n  a: [{pattern-rex: x}]\n" RULE("r") "  - use: a\n",
	 "f:2:8: 'pattern-rex' is no operator of pattern-either; known are: pattern-regex, "
	 "pattern-not-regex, "
	 "patterns, pattern-either, pattern, pattern-not, pattern-inside, pattern-not-inside"},
	{"lists alone", LISTS, "f:1:1: a rule file needs the key 'rules'"},
};

static void
check_refused(const char *yaml, const char *message)
{
	struct ruleset set;
	struct err err = ERR_INIT;

	ruleset_init(&set);
	assert_int_equal(ruleset_load_bytes(&set, "f", slice_str(yaml), &err), -1);
	assert_string_equal(err.msg, message);
	assert_int_equal(err.code, ERR_RULE);
	assert_int_equal(set.n + set.nunsupported, 0);
	ruleset_release(&set);
}

static void
test_mistake(void **state)
{
	const struct row *row = *state;

	check_refused(row->yaml, row->formula);
}

/* ---- bombs ---- */

/* lists l0 ... of which each has `entry`, with the number of the one before, twice. */
static void
write_chain(struct buf *yaml, int n, const char *before, const char *behind, int times)
{
	buf_add_str(yaml, "lists:\n  l0: [pattern-regex: x]\n");
	for (int i = 1; i < n; i++) {
		buf_addf(yaml, "  l%d: [", i);
		for (int k = 0; k < times; k++)
			buf_addf(yaml, "%s%s{use: l%d}%s", k > 0 ? ", " : "", before, i - 1, behind);
		buf_add_str(yaml, "]\n");
	}
}

static void
test_doubling(void **state)
{
	struct buf yaml = BUF_INIT(1u << 16);

	(void)state;
	write_chain(&yaml, 60, "", "", 2);
	buf_add_str(&yaml, RULE("r") "  - use: l59\n");
	check_refused(yaml.ptr, "f:19:9: with its lists written out this file has more than 500000 nodes");
	buf_release(&yaml);
}

static void
test_doubling_below_entries(void **state)
{
	struct buf yaml = BUF_INIT(1u << 16);

	(void)state;
	write_chain(&yaml, 25, "{pattern-either: [", "]}", 2);
	buf_add_str(&yaml, RULE("r") "  - use: l24\n");
	check_refused(yaml.ptr, "f:17:59: with its lists written out this file has more than 500000 nodes");
	buf_release(&yaml);
}

/* Many rules with a large list each are one large file, too. */
static void
test_many_uses(void **state)
{
	struct buf yaml = BUF_INIT(1u << 20);

	(void)state;
	write_chain(&yaml, 14, "", "", 2);
	buf_add_str(&yaml, "rules:\n");
	for (int i = 0; i < 30; i++)
		buf_addf(&yaml,
			 "- {id: r%d, message: m, severity: INFO, languages: [go], pattern-either: [{use: "
			 "l13}]}\n",
			 i);
	check_refused(yaml.ptr, "f:35:75: with its lists written out this file has more than 500000 nodes");
	buf_release(&yaml);
}

static void
test_depth(void **state)
{
	struct buf yaml = BUF_INIT(1u << 16);
	struct ruleset set;
	struct err err = ERR_INIT;

	(void)state;
	write_chain(&yaml, 31, "{pattern-either: [", "]}", 1);
	size_t len = yaml.len;
	buf_add_str(&yaml, RULE("r") "  - use: l30\n");
	check_refused(yaml.ptr, "f:39:5: with its lists written out this is nested deeper than 64 levels");
	yaml.len = len;
	buf_add_str(&yaml, RULE("r") "  - use: l29\n");
	ruleset_init(&set);
	assert_int_equal(ruleset_load_bytes(&set, "f", buf_slice(&yaml), &err), 0);
	ruleset_release(&set);
	buf_clear(&yaml);
	write_chain(&yaml, 32, "{pattern-either: [", "]}", 1);
	buf_add_str(&yaml, RULE("r") "  - use: l0\n");
	check_refused(yaml.ptr, "f:33:27: with its lists written out this is nested deeper than 64 levels");
	buf_release(&yaml);
}

/* ---- lists.yaml ---- */

static char directory[] = "/tmp/sluice-lists-XXXXXX";
static const char *const made[] = {"lists.yaml", "a.yaml", "b.yaml", "sub/lists.yaml", "sub/c.yaml"};

static void
write_file(const char *name, const char *text)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fputs(text, f) >= 0, 1);
	assert_int_equal(fclose(f), 0);
}

static int
setup(void **state)
{
	char path[256];

	(void)state;
	if (!mkdtemp(directory))
		return -1;
	snprintf(path, sizeof(path), "%s/sub", directory);
	return mkdir(path, 0700);
}

static int
clear(void **state)
{
	char path[256];

	(void)state;
	for (size_t i = 0; i < sizeof(made) / sizeof(*made); i++) {
		snprintf(path, sizeof(path), "%s/%s", directory, made[i]);
		unlink(path);
	}
	return 0;
}

static int
teardown(void **state)
{
	char path[256];

	(void)state;
	snprintf(path, sizeof(path), "%s/sub", directory);
	return rmdir(path) < 0 ? -1 : rmdir(directory);
}

static int
load(struct ruleset *set, const char *name, struct err *err)
{
	char path[256];

	snprintf(path, sizeof(path), "%s%s%s", directory, *name ? "/" : "", name);
	ruleset_init(set);
	return ruleset_load(set, path, err);
}

static void
test_beside(void **state)
{
	struct ruleset set;
	struct err err = ERR_INIT;

	(void)state;
	write_file("lists.yaml", LISTS);
	write_file("a.yaml",
		   "lists:\n  one: [pattern-regex: own]\n" RULE("a") "  - use: one\n  - use: two\n");
	write_file("b.yaml", RULE("b") "  - use: two\n");
	write_file("sub/lists.yaml", "lists:\n  two: [pattern-regex: below]\n" RULE("l") "  - use: two\n");
	write_file("sub/c.yaml", RULE("c") "  - use: two\n");
	if (load(&set, "", &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(set.n, 4);
	check_formula(&set.rules[0]->formula, "(own|b|c)");
	assert_int_equal(set.rules[0]->formula.children[0].at.document, DOCUMENT_RULES);
	assert_int_equal(set.rules[0]->formula.children[1].at.document, DOCUMENT_LISTS);
	assert_int_equal(set.rules[0]->formula.children[1].at.line, 3);
	check_formula(&set.rules[1]->formula, "(b|c)");
	check_formula(&set.rules[2]->formula, "(below)"); /* sub/c.yaml */
	check_formula(&set.rules[3]->formula, "(below)"); /* sub/lists.yaml, which has a rule */
	ruleset_release(&set);
	if (load(&set, "sub/c.yaml", &err) < 0)
		fail_msg("%s", err.msg);
	check_formula(&set.rules[0]->formula, "(below)");
	ruleset_release(&set);
	assert_int_equal(load(&set, "lists.yaml", &err), 0);
	assert_int_equal(set.n, 0);
	ruleset_release(&set);
}

static void
check_load(const char *name, const char *in, const char *message)
{
	struct ruleset set;
	struct err err = ERR_INIT;
	char expected[512];

	snprintf(expected, sizeof(expected), "%s/%s:%s", directory, in, message);
	assert_int_equal(load(&set, name, &err), -1);
	assert_string_equal(err.msg, expected);
	ruleset_release(&set);
}

static void
test_mistakes_beside(void **state)
{
	(void)state;
	write_file("b.yaml", RULE("b") "  - use: two\n");
	check_load("b.yaml", "b.yaml",
		   "7:10: there is no list 'two': write it under 'lists' in this file or in lists.yaml "
		   "beside it");
	write_file("lists.yaml", "rules: []\n");
	check_load("b.yaml", "b.yaml",
		   "7:10: there is no list 'two': write it under 'lists' in this file or in lists.yaml "
		   "beside it");
	write_file("lists.yaml", "lists:\n  two:\n  - pattern-regx: x\n");
	check_load("b.yaml", "lists.yaml",
		   "3:5: 'pattern-regx' is no operator of pattern-either; known are: pattern-regex, "
		   "pattern-not-regex, patterns, pattern-either, pattern, pattern-not, pattern-inside, "
		   "pattern-not-inside");
	write_file("lists.yaml", "lists:\n  two:\n  - use: three\n");
	check_load("b.yaml", "lists.yaml",
		   "3:10: there is no list 'three': write it under 'lists' in this file or in lists.yaml "
		   "beside it");
	write_file("lists.yaml", "lists: [\n");
	check_load("b.yaml", "lists.yaml",
		   "2:1: not YAML: while parsing a flow node did not find expected node content");
}

/* What lies beside a file is not looked at if the file does not ask for it. */
static void
test_not_asked_for(void **state)
{
	struct ruleset set;
	struct err err = ERR_INIT;

	(void)state;
	write_file("lists.yaml", "lists: [\n");
	write_file("a.yaml", LISTS RULE("a") "  - use: one\n");
	assert_int_equal(load(&set, "a.yaml", &err), 0);
	check_formula(&set.rules[0]->formula, "(a)");
	ruleset_release(&set);
}

int
main(void)
{
	enum { ROWS = sizeof(rows) / sizeof(*rows), MISTAKES = sizeof(mistakes) / sizeof(*mistakes) };
	struct CMUnitTest tests[ROWS + MISTAKES + 8] = {
		cmocka_unit_test(test_taint),
		cmocka_unit_test(test_doubling),
		cmocka_unit_test(test_doubling_below_entries),
		cmocka_unit_test(test_many_uses),
		cmocka_unit_test(test_depth),
		cmocka_unit_test_teardown(test_beside, clear),
		cmocka_unit_test_teardown(test_mistakes_beside, clear),
		cmocka_unit_test_teardown(test_not_asked_for, clear),
	};

	for (size_t i = 0; i < ROWS; i++)
		tests[8 + i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	for (size_t i = 0; i < MISTAKES; i++)
		tests[8 + ROWS + i] = (struct CMUnitTest){mistakes[i].name, test_mistake, NULL, NULL,
							  (void *)(uintptr_t)&mistakes[i]};
	return cmocka_run_group_tests_name("rule_lists", tests, setup, teardown);
}
