#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "policy/policy.h"

#define RULE(name, s, c, a)                                                                                  \
	{                                                                                                    \
		.id = SLICE_LITERAL(name), .severity = (s), .confidence = (c), .area = (a)                   \
	}

static const struct rule blocking = RULE("py-eval", SEVERITY_ERROR, CONFIDENCE_HIGH, AREA_INPUT_VALIDATION);
static const struct rule doubtful = RULE("py-sql", SEVERITY_ERROR, CONFIDENCE_LOW, AREA_SQL_INJECTION);
static const struct rule todo = RULE("todo", SEVERITY_INFO, CONFIDENCE_HIGH, AREA_COMMENTS);

/*
 * upper holds "name=value" lines as git hands them out, lower is a
 * .sluiceconfig; asked are the three rules in src/a.py and tests/a.py, "off"
 * after a '/' says which rules need not run at all.
 */
struct row {
	const char *name, *upper, *lower, *expected;
};

/* clang-format off */
static const struct row rows[] = {
	{"nothing said", "", "",
		"py-eval block block, py-sql warn warn, todo warn warn"},
	{"rule", "sluice.rule.py-eval.action=warn\n", "",
		"py-eval warn warn, py-sql warn warn, todo warn warn"},
	{"rule raised to block", "sluice.rule.todo.action=block\n", "",
		"py-eval block block, py-sql warn warn, todo block block"},
	{"rule off", "sluice.rule.todo.action=OFF\n", "",
		"py-eval block block, py-sql warn warn, todo off off /off"},
	{"rule off in a path", "sluice.rule.py-eval.path=tests/\nsluice.rule.py-eval.action=off\n", "",
		"py-eval block off, py-sql warn warn, todo warn warn"},
	{"two paths, action between", "sluice.rule.py-eval.path=x/\nsluice.rule.py-eval.action=off\nsluice.rule.py-eval.path=src/**\n", "",
		"py-eval off block, py-sql warn warn, todo warn warn"},
	{"a path without an action says nothing", "sluice.rule.py-eval.path=tests/\n", "",
		"py-eval block block, py-sql warn warn, todo warn warn"},
	{"the last action of a rule", "sluice.rule.todo.action=off\nsluice.rule.todo.action=block\n", "",
		"py-eval block block, py-sql warn warn, todo block block"},
	{"area", "sluice.area.comments.action=off\n", "",
		"py-eval block block, py-sql warn warn, todo off off /off"},
	{"area in a path", "sluice.area.comments.action=off\nsluice.area.comments.path=tests/\n", "",
		"py-eval block block, py-sql warn warn, todo warn off"},
	{"severity", "sluice.severity.error.action=warn\n", "",
		"py-eval warn warn, py-sql warn warn, todo warn warn"},
	{"path", "sluice.path.tests/.action=off\n", "",
		"py-eval block off, py-sql warn off, todo warn off"},
	{"path with dots", "sluice.path.src/*.py.action=off\n", "",
		"py-eval off block, py-sql off warn, todo off warn"},
	{"the last of several paths", "sluice.path.tests/.action=off\nsluice.path.**/a.py.action=block\n", "",
		"py-eval block block, py-sql block block, todo block block"},
	{"a path mentioned again is the last", "sluice.path.tests/.action=off\nsluice.path.*.py.action=warn\nsluice.path.tests/.action=off\n", "",
		"py-eval warn off, py-sql warn off, todo warn off"},
	{"rule over path over area over severity",
		"sluice.rule.py-eval.action=warn\nsluice.path.tests/.action=block\nsluice.area.comments.action=off\nsluice.severity.info.action=warn\nsluice.severity.error.action=off\n", "",
		"py-eval warn warn, py-sql off block, todo off block"},
	{"file", "", "[sluice \"rule.todo\"]\n\taction = off\n",
		"py-eval block block, py-sql warn warn, todo off off /off"},
	{"file: path before action", "", "[sluice \"rule.todo\"]\n\tpath = src/\n\taction = off\n",
		"py-eval block block, py-sql warn warn, todo off warn"},
	{"git configuration over the file", "sluice.severity.info.action=warn\n", "[sluice \"rule.todo\"]\naction = off\n",
		"py-eval block block, py-sql warn warn, todo warn warn"},
	{"the file where git configuration is silent", "sluice.path.src/.action=block\n", "[sluice \"rule.todo\"]\naction = off\n",
		"py-eval block block, py-sql block warn, todo block off"},
	{"off above, off below", "sluice.path.src/.action=off\n", "[sluice \"area.comments\"]\naction = off\n",
		"py-eval off block, py-sql off warn, todo off off /off"},
	{"other variables are not ours", "core.bare=x\nsluicegate.x=y\n", "",
		"py-eval block block, py-sql warn warn, todo warn warn"},
};
/* clang-format on */

/* Feeds "name=value" lines; a line without '=' has no value. */
static int
set_lines(struct policy *policy, const char *lines, struct err *err)
{
	struct slice rest = slice_str(lines), line;
	int rc = 0;

	while (rc == 0 && slice_next_line(&rest, &line)) {
		char copy[512];
		snprintf(copy, sizeof(copy), "%.*s", (int)line.len, line.ptr);
		char *value = strchr(copy, '=');
		if (value)
			*value++ = '\0';
		rc = policy_set(policy, copy, value, "git config", err);
	}
	return rc;
}

static void
print_answers(struct buf *out, const struct policy *policy)
{
	const struct rule *const all[] = {&blocking, &doubtful, &todo};

	for (size_t i = 0; i < 3; i++)
		buf_addf(out, "%s%.*s %s %s%s", i ? ", " : "", (int)all[i]->id.len, all[i]->id.ptr,
			 action_name(policy_action(policy, all[i], slice_str("src/a.py"))),
			 action_name(policy_action(policy, all[i], slice_str("tests/a.py"))),
			 policy_rule_is_off(policy, all[i]) ? " /off" : "");
}

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct buf out = BUF_INIT(4096);
	struct err err = ERR_INIT;
	struct policy *policy;

	assert_int_equal(policy_new(&policy, &err), 0);
	assert_int_equal(set_lines(policy, row->upper, &err), 0);
	assert_int_equal(policy_read(policy, ".sluiceconfig", slice_str(row->lower), &err), 0);
	print_answers(&out, policy);
	assert_string_equal(out.ptr, row->expected);
	policy_free(policy);
	buf_release(&out);
}

/* --- what is refused --- */

#define KNOWN                                                                                                \
	"; known are sluice.failOn, sluice.baseline, sluice.gitleaksIgnore, "                                \
	"sluice.detectSecretsBaseline, sluice.rules, sluice.shippedRules, "                                  \
	"sluice.onIncomplete, sluice.requireSandbox, sluice.timeLimit, sluice.skipLog, "                     \
	"sluice.fingerprintKey, sluice.archives, sluice.notebooks, "                                         \
	"sluice.path.<glob>.action, sluice.path.<glob>.syntax, and .action "                                 \
	"and .path of sluice.rule.<id>, sluice.area.<area>, sluice.severity.<severity>"

struct refusal {
	const char *name, *upper, *lower, *message;
};

/* clang-format off */
static const struct refusal refusals[] = {
	{"bad action", "sluice.rule.x.action=on\n", "", "git config: sluice.rule.x.action: 'on' is not allowed; use block, warn or off"},
	{"bad action in a file", "", "[sluice \"rule.x\"]\n\n\taction = yes\n", ".sluiceconfig:3: sluice.rule.x.action: 'yes' is not allowed; use block, warn or off"},
	{"action without a value", "sluice.rule.x.action\n", "", "git config: sluice.rule.x.action: 'true' is not allowed; use block, warn or off"},
	{"failOn off", "sluice.failon=off\n", "", "git config: sluice.failon: 'off' is not allowed; use block or warn"},
	{"failOn bad", "sluice.failon=error\n", "", "git config: sluice.failon: 'error' is not allowed; use block, warn or off"},
	{"unknown area", "sluice.area.sql.action=off\n", "", "git config: sluice.area.sql.action: no such area; there are sql-injection, input-validation, error-handling, data-exposure, auth, comments, dependencies, secrets"},
	{"unknown severity", "sluice.severity.high.action=off\n", "", "git config: sluice.severity.high.action: no such severity; there are info, warning, error"},
	{"unknown variable", "sluice.zzzzzz=1\n", "", "git config: sluice.zzzzzz: unknown variable" KNOWN},
	{"misspelt variable", "sluice.fialon=warn\n", "", "git config: sluice.fialon: unknown variable (did you mean 'failOn'?)" KNOWN},
	{"misspelt kind", "sluice.rulle.x.action=off\n", "", "git config: sluice.rulle.x.action: unknown variable (did you mean 'rule'?)" KNOWN},
	{"misspelt last part", "sluice.rule.x.actoin=off\n", "", "git config: sluice.rule.x.actoin: unknown variable (did you mean 'action'?)" KNOWN},
	{"rule without an id", "sluice.rule.action=off\n", "", "git config: sluice.rule.action: unknown variable" KNOWN},
	{"rule with an empty id", "sluice.rule..action=off\n", "", "git config: sluice.rule..action: unknown variable" KNOWN},
	{"a path has no path", "sluice.path.x.path=y\n", "", "git config: sluice.path.x.path: unknown variable" KNOWN},
	{"syntax of a rule", "sluice.rule.x.syntax=false\n", "", "git config: sluice.rule.x.syntax: unknown variable" KNOWN},
	{"bad syntax", "sluice.path.x.syntax=maybe\n", "", "git config: sluice.path.x.syntax: 'maybe' is not allowed; use true or false"},
	{"empty path", "sluice.rule.x.path=\n", "", "git config: sluice.rule.x.path: '' is not allowed; use a path or a glob"},
	{"rules in a file", "", "[sluice]\nrules = evil.yaml\n", ".sluiceconfig:2: sluice.rules: rules come from the repository's own configuration"},
	{"shippedRules in a file", "", "[sluice]\nshippedRules = false\n", ".sluiceconfig:2: sluice.shippedrules: rules come from the repository's own configuration"},
	{"onIncomplete in a file", "", "[sluice]\nonIncomplete = warn\n", ".sluiceconfig:2: sluice.onincomplete: this is for the repository's own configuration to say"},
	{"requireSandbox in a file", "", "[sluice]\nrequireSandbox = false\n", ".sluiceconfig:2: sluice.requiresandbox: this is for the repository's own configuration to say"},
	{"notebooks in a file", "", "[sluice]\nnotebooks = false\n", ".sluiceconfig:2: sluice.notebooks: this is for the repository's own configuration to say"},
	{"archives in a file", "", "[sluice]\narchives = false\n", ".sluiceconfig:2: sluice.archives: this is for the repository's own configuration to say"},
	{"skipLog in a file", "", "[sluice]\nskipLog = x\n", ".sluiceconfig:2: sluice.skiplog: this is for the repository's own configuration to say"},
	{"fingerprintKey in a file", "", "[sluice]\nfingerprintKey = x\n", ".sluiceconfig:2: sluice.fingerprintkey: this is for the repository's own configuration to say"},
	{"timeLimit in a file", "", "[sluice]\ntimeLimit = 1\n", ".sluiceconfig:2: sluice.timelimit: this is for the repository's own configuration to say"},
	{"baseline that climbs", "", "[sluice]\nbaseline = a/../../b\n", ".sluiceconfig:2: sluice.baseline: 'a/../../b' is not allowed; use a path below the top of the repository"},
	{"absolute baseline in a file", "", "[sluice]\nbaseline = /etc/b\n", ".sluiceconfig:2: sluice.baseline: '/etc/b' is not allowed; use a path below the top of the repository"},
	{"foreign section in a file", "", "[core]\nbare = true\n", ".sluiceconfig:2: core.bare: only sluice.* variables are read here"},
	{"path without action in a file", "", "[sluice \"rule.x\"]\npath = a/\n", ".sluiceconfig: sluice.rule.x has a path but no action"},
	{"syntax of a file", "", "[sluice\n", ".sluiceconfig:1: a section name holds letters, digits, '-' and '.'"},
	{"foreign bytes are escaped", "sluice.rule.x.action=\x1b[2J\n", "", "git config: sluice.rule.x.action: '\\x1b[2J' is not allowed; use block, warn or off"},
};
/* clang-format on */

static void
test_refusal(void **state)
{
	const struct refusal *row = *state;
	struct err err = ERR_INIT;
	struct policy *policy;

	assert_int_equal(policy_new(&policy, &err), 0);
	int rc = set_lines(policy, row->upper, &err);
	if (rc == 0)
		rc = policy_read(policy, ".sluiceconfig", slice_str(row->lower), &err);
	assert_int_equal(rc, -1);
	assert_int_equal(err.code, ERR_CONFIG);
	assert_string_equal(err.msg, row->message);
	policy_free(policy);
}

/* --- plain variables --- */

static void
test_plain(void **state)
{
	struct err err = ERR_INIT;
	struct policy *policy;
	const char *const *paths;

	(void)state;
	assert_int_equal(policy_new(&policy, &err), 0);
	assert_false(policy_fail_on_warn(policy));
	assert_null(policy_baseline(policy, BASELINE_OWN));
	assert_false(policy_baseline_is_trusted_file(policy, BASELINE_OWN));
	assert_int_equal(policy_rule_paths(policy, &paths), 0);
	assert_int_equal(policy_read(policy, "f", slice_str("[sluice]\nfailOn=warn\nbaseline=.base\n"), &err),
			 0);
	assert_true(policy_fail_on_warn(policy));
	assert_string_equal(policy_baseline(policy, BASELINE_OWN), ".base");
	assert_false(policy_baseline_is_trusted_file(policy, BASELINE_OWN));
	assert_int_equal(set_lines(policy, "sluice.failon=Block\nsluice.baseline=/srv/base\n", &err), 0);
	assert_false(policy_fail_on_warn(policy));
	assert_string_equal(policy_baseline(policy, BASELINE_OWN), "/srv/base");
	assert_true(policy_baseline_is_trusted_file(policy, BASELINE_OWN));
	assert_int_equal(set_lines(policy, "sluice.baseline=\n", &err), 0);
	assert_null(policy_baseline(policy, BASELINE_OWN));
	assert_false(policy_baseline_is_trusted_file(policy, BASELINE_OWN));
	policy_free(policy);
}

static void
test_rule_paths(void **state)
{
	struct err err = ERR_INIT;
	struct policy *policy;
	const char *const *paths;

	(void)state;
	assert_int_equal(policy_new(&policy, &err), 0);
	assert_int_equal(
		set_lines(policy, "sluice.rules=a\nsluice.rules=\nsluice.rules=b\nsluice.rules=c\n", &err),
		0);
	assert_int_equal(policy_rule_paths(policy, &paths), 2);
	assert_string_equal(paths[0], "b");
	assert_string_equal(paths[1], "c");
	assert_true(policy_shipped_rules(policy));
	assert_int_equal(set_lines(policy, "sluice.shippedrules=False\n", &err), 0);
	assert_false(policy_shipped_rules(policy));
	assert_int_equal(set_lines(policy, "sluice.shippedrules=true\n", &err), 0);
	assert_true(policy_shipped_rules(policy));
	assert_int_equal(set_lines(policy, "sluice.shippedrules=maybe\n", &err), -1);
	assert_int_equal(err.code, ERR_CONFIG);
	policy_free(policy);
}

/* The upper layer decides, then the last that matches; an action of the same subsection is no matter. */
static void
test_syntax(void **state)
{
	struct err err = ERR_INIT;
	struct policy *policy;
	const struct rule parsed = {.id = slice_str("p"),
				    .severity = SEVERITY_ERROR,
				    .confidence = CONFIDENCE_HIGH,
				    .syntax = true};
	const struct slice bundle = slice_str("dist/a.js"), kept = slice_str("dist/kept/a.js");

	(void)state;
	assert_int_equal(policy_new(&policy, &err), 0);
	assert_true(policy_parses(policy, bundle));
	assert_int_equal(policy_read(policy, ".sluiceconfig",
				     slice_str("[sluice \"path.dist/\"]\nsyntax = false\n"
					       "[sluice \"path.dist/kept/\"]\nsyntax = true\naction = off\n"),
				     &err),
			 0);
	assert_false(policy_parses(policy, bundle));
	assert_true(policy_parses(policy, kept));
	assert_true(policy_parses(policy, slice_str("a.js")));
	assert_true(policy_runs(policy, &blocking, bundle));
	assert_false(policy_runs(policy, &parsed, bundle));
	assert_false(policy_runs(policy, &blocking, kept));
	assert_int_equal(policy_action(policy, &parsed, bundle), ACTION_BLOCK);
	assert_int_equal(
		set_lines(policy, "sluice.path.*.js.syntax=true\nsluice.path.kept/.syntax=false\n", &err), 0);
	assert_true(policy_parses(policy, bundle));
	assert_false(policy_parses(policy, kept));
	policy_free(policy);
}

static void
test_too_many(void **state)
{
	struct err err = ERR_INIT;
	struct policy *policy;
	char name[64];

	(void)state;
	assert_int_equal(policy_new(&policy, &err), 0);
	for (unsigned i = 0; i < LIMIT_CONFIG_SETTINGS; i++) {
		snprintf(name, sizeof(name), "sluice.rule.r%u.action", i);
		assert_int_equal(policy_set(policy, name, "off", "git config", &err), 0);
	}
	assert_int_equal(policy_set(policy, "sluice.rule.r1.action", "warn", "git config", &err), 0);
	assert_int_equal(policy_set(policy, "sluice.rule.x.action", "off", "git config", &err), -1);
	assert_string_equal(err.msg, "git config: sluice.rule.x.action: too many sluice.* subsections");
	policy_free(policy);
}

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

int
main(void)
{
	static const struct CMUnitTest singles[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_rule_paths),
		cmocka_unit_test(test_syntax),
		cmocka_unit_test(test_too_many),
	};
	struct CMUnitTest tests[COUNT(rows) + COUNT(refusals) + COUNT(singles)];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[n++] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	for (size_t i = 0; i < COUNT(refusals); i++)
		tests[n++] = (struct CMUnitTest){refusals[i].name, test_refusal, NULL, NULL,
						 (void *)(uintptr_t)&refusals[i]};
	memcpy(tests + n, singles, sizeof(singles));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
