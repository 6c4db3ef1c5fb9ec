#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "policy/baseline.h"

#define FP_A "0123456789abcdef0123456789abcdef"
#define FP_B "ffffffffffffffffffffffffffffffff"

static const struct rule rule = {.id = SLICE_LITERAL("py-eval")};
static const struct rule odd_rule = {.id = SLICE_LITERAL("an odd\nid")};

static struct finding
finding(const char *fingerprint, const struct rule *of, const char *path)
{
	struct finding f = {.rule = of, .path = slice_str(path)};

	memcpy(f.fingerprint, fingerprint, 33);
	return f;
}

static void
test_print(void **state)
{
	struct finding findings[] = {
		finding(FP_B, &rule, "b c.py"),    finding(FP_A, &rule, "b c.py"),
		finding(FP_A, &rule, "a\n\"\xff"), finding(FP_B, &rule, "b c.py"),
		finding(FP_A, &odd_rule, "z"),     finding(FP_A, &rule, "known"),
	};
	struct buf out = BUF_INIT(4096);
	struct err err = ERR_INIT;

	(void)state;
	findings[5].state = FINDING_BASELINED;
	assert_int_equal(baseline_print(&out, findings, 6, &err), 0);
	assert_string_equal(out.ptr,
			    "# git-sluice baseline: findings that are known and not reported.\n"
			    "# <fingerprint> <rule-id> <path>\n" FP_A " py-eval \"a\\n\\\"\\377\"\n" FP_A
			    " py-eval b c.py\n" FP_B " py-eval b c.py\n" FP_A " an_odd_id z\n");
	buf_release(&out);
}

/* Every path comes back as it was, and no other matches. */
static void
test_round_trip(void **state)
{
	static const char *const paths[] = {
		"a.py",
		"dir/with blank.py",
		" leading",
		"trailing ",
		"new\nline",
		"cr\r",
		"tab\t",
		"quote\"s",
		"\"quoted\"",
		"back\\slash",
		"\\n",
		"\xff\xfe",
		"caf\xc3\xa9",
		"bell\a\b\v\f\x1b\x7f",
		"bidi\xe2\x80\xae",
		"#comment",
	};
	struct buf out = BUF_INIT(65536);
	struct err err = ERR_INIT;
	const size_t n = sizeof(paths) / sizeof(*paths);
	struct finding findings[sizeof(paths) / sizeof(*paths)];
	struct baseline *baseline;

	(void)state;
	for (size_t i = 0; i < n; i++)
		findings[i] = finding(FP_A, &rule, paths[i]);
	assert_int_equal(baseline_print(&out, findings, n, &err), 0);
	assert_int_equal(baseline_parse(&baseline, "base", buf_slice(&out), &err), 0);
	assert_int_equal(baseline_count(baseline), n);
	for (size_t i = 0; i < n; i++) {
		assert_true(baseline_has(baseline, &findings[i]));
		findings[i].fingerprint[31] = '0';
		assert_false(baseline_has(baseline, &findings[i]));
	}
	baseline_free(baseline);
	buf_release(&out);
}

static void
test_has(void **state)
{
	struct finding here = finding(FP_A, &rule, "new.py"), there = finding(FP_A, &rule, "other.py");
	struct err err = ERR_INIT;
	struct baseline *baseline;

	(void)state;
	assert_int_equal(
		baseline_parse(&baseline, "base",
			       slice_str("# c\r\n\n" FP_A " x old.py\r\n" FP_B " x z\n" FP_A " y old.py"),
			       &err),
		0);
	assert_int_equal(baseline_count(baseline), 2);
	assert_false(baseline_has(baseline, &here));
	here.old_path = slice_str("old.py");
	assert_true(baseline_has(baseline, &here));
	assert_false(baseline_has(baseline, &there));
	/* as an older version, or other rules, wrote it */
	struct finding elsewhere = finding("00000000000000000000000000000000", &rule, "old.py");
	assert_false(baseline_has(baseline, &elsewhere));
	memcpy(elsewhere.other, FP_A, 33);
	assert_true(baseline_has(baseline, &elsewhere));
	baseline_free(baseline);
	baseline_free(NULL);
}

static void
test_empty(void **state)
{
	struct finding here = finding(FP_A, &rule, "a");
	struct err err = ERR_INIT;
	struct baseline *baseline;

	(void)state;
	assert_int_equal(baseline_parse(&baseline, "base", slice_str(""), &err), 0);
	assert_int_equal(baseline_count(baseline), 0);
	assert_false(baseline_has(baseline, &here));
	baseline_free(baseline);
}

static const char *const malformed[] = {
	FP_A,
	FP_A " ",
	FP_A " rule",
	FP_A " rule ",
	FP_A "  path",
	FP_A "\trule path",
	"0123456789ABCDEF0123456789abcdef rule path",
	"0123456789abcdef0123456789abcde rule path",
	"0123456789abcdef0123456789abcdeg rule path",
	FP_A "0 rule path",
	FP_A " rule \"open",
	FP_A " rule \"a\"b",
	FP_A " rule \"\"",
	FP_A " rule \"a\\",
	FP_A " rule \"a\\q\"",
	FP_A " rule \"a\\12\"",
	FP_A " rule \"a\\777\"",
	FP_A " rule \"a\\",
	"rubbish",
};

static void
test_malformed(void **state)
{
	const char *line = *state;
	struct buf text = BUF_INIT(4096);
	struct err err = ERR_INIT;
	struct baseline *baseline;

	buf_addf(&text, "# one\n%s", line);
	assert_int_equal(baseline_parse(&baseline, "base", buf_slice(&text), &err), -1);
	assert_int_equal(err.code, ERR_CONFIG);
	assert_string_equal(err.msg, "base:2: expected '<fingerprint> <rule-id> <path>'");
	buf_release(&text);
}

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

int
main(void)
{
	static const struct CMUnitTest singles[] = {
		cmocka_unit_test(test_print),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_has),
		cmocka_unit_test(test_empty),
	};
	struct CMUnitTest tests[COUNT(singles) + COUNT(malformed)];

	memcpy(tests, singles, sizeof(singles));
	for (size_t i = 0; i < COUNT(malformed); i++)
		tests[COUNT(singles) + i] = (struct CMUnitTest){malformed[i], test_malformed, NULL, NULL,
								(void *)(uintptr_t)malformed[i]};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
