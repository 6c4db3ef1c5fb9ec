#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/sandbox.h"
#include "cli/cli.h"
#include "cli/rules_test.h"
#include "match/match.h"
#include "report/rule_list.h"
#include "syntax/dialect.h"
#include "syntax/syntax.h"

static int
print(struct buf *out, struct err *err)
{
	if (!buf_ok(out))
		return err_oom(err);
	return file_write_fd(STDOUT_FILENO, buf_slice(out), "standard output", err);
}

/*
 * The list of rules in a format of its own name: --format=json is a list of
 * rules here, not a review.
 */
static int
list(struct ruleset *rules, const struct options *options, int argc, char **argv, struct err *err)
{
	const char *format = options->reports[0].format->name;
	struct buf out = BUF_INIT(LIMIT_REPORT_BYTES);
	int rc = 0;

	if (options->rest < argc)
		rc = err_set(err, ERR_USAGE, "rules list takes options only, not '%s'", argv[options->rest]);
	else if (strcmp(format, "text") == 0)
		rule_list_text(&out, rules, options->area);
	else if (strcmp(format, "json") == 0)
		rc = rule_list_json(&out, rules, options->area, err);
	else
		rc = err_set(err, ERR_USAGE, "rules list knows the formats text and json, not %s", format);
	if (rc == 0)
		rc = print(&out, err);
	buf_release(&out);
	return rc;
}

static int
show(struct ruleset *rules, const struct options *options, int argc, char **argv, struct err *err)
{
	struct buf out = BUF_INIT(LIMIT_REPORT_BYTES);

	if (argc - options->rest != 1)
		return err_set(err, ERR_USAGE, "rules show wants one rule id");
	const char *id = argv[options->rest];
	const struct rule *rule = ruleset_find(rules, slice_str(id));
	if (!rule)
		return err_set(err, ERR_RULE, "no rule '%s'; 'git sluice rules list' shows them", id);
	rule_show(&out, rule);
	int rc = print(&out, err);
	buf_release(&out);
	return rc;
}

/* list and show look at the rules that a review here would use. */
static int
with_rules(int (*action)(struct ruleset *, const struct options *, int, char **, struct err *), int argc,
	   char **argv, struct err *err)
{
	struct err no_repository = ERR_INIT;
	struct repository *repo = NULL;
	struct options options;
	struct ruleset rules;

	if (options_parse(&options, argc, argv, err) < 0)
		return exit_status(err);
	if (repository_open(&repo, false, &no_repository) < 0)
		repo = NULL;
	int rc = load_rules(&rules, &options, repo, err);
	if (rc == 0)
		rc = action(&rules, &options, argc, argv, err);
	ruleset_release(&rules);
	repository_free(repo);
	return rc == 0 ? EXIT_PASS : exit_status(err);
}

static int
rules_list(int argc, char **argv, struct err *err)
{
	return with_rules(list, argc, argv, err);
}

static int
rules_show(int argc, char **argv, struct err *err)
{
	return with_rules(show, argc, argv, err);
}

/* A foreign rule of which not all could be kept. */
static void
print_partial(const struct rule *rule)
{
	if (rule->partial.len == 0)
		return;
	printf("%.*s:%u:%u: rule %.*s only warns: %.*s\n", (int)rule->file.len, rule->file.ptr, rule->at.line,
	       rule->at.column, (int)rule->id.len, rule->id.ptr, (int)rule->partial.len, rule->partial.ptr);
}

static void
print_skipped(const struct unsupported_rule *u)
{
	struct buf file = BUF_INIT(1u << 20);

	rule_position_file(&file, u->file, u->at);
	printf("%s:%u:%u: rule %.*s is skipped: %.*s\n", buf_ok(&file) ? file.ptr : "", u->at.line,
	       u->at.column, (int)u->id.len, u->id.ptr, (int)u->reason.len, u->reason.ptr);
	buf_release(&file);
}

static int
check_path(const char *path, struct err *err)
{
	struct ruleset rules;

	ruleset_init(&rules);
	rules.syntax = dialect_languages();
	int rc = ruleset_load(&rules, path, err);
	if (rc == 0 && !syntax_available())
		rc = ruleset_drop_syntax(&rules, err);
	if (rc == 0)
		rc = check_loaded_rules(&rules, err);
	for (size_t i = 0; rc == 0 && i < rules.nunsupported; i++)
		print_skipped(&rules.unsupported[i]);
	for (size_t i = 0; rc == 0 && i < rules.n; i++)
		print_partial(rules.rules[i]);
	if (rc == 0)
		printf("%s: %zu rules, %zu skipped\n", path, rules.n, rules.nunsupported);
	ruleset_release(&rules);
	return rc;
}

static int
rules_check(int argc, char **argv, struct err *err)
{
	if (argc < 2) {
		err_set(err, ERR_USAGE, "rules check wants at least one file or directory");
		return EXIT_USAGE;
	}
	for (int i = 1; i < argc; i++)
		if (check_path(argv[i], err) < 0)
			return exit_status(err);
	return EXIT_PASS;
}

/* Rules are counted under the heads of the table, whatever else is wrong. */
static bool
has_read_rules(const struct rules_tally *tally)
{
	unsigned long n = 0;

	for (int i = 0; i < RULE_OUTCOMES; i++)
		n += rules_tally_total(tally, (enum rule_outcome)i);
	return n > 0;
}

static int
test_paths(struct rules_test *test, int argc, char **argv, struct err *err)
{
	if (argc == 0 && rules_test_path(test, "rules", err) < 0)
		return exit_status(err);
	for (int i = 0; i < argc; i++)
		if (rules_test_path(test, argv[i], err) < 0)
			return exit_status(err);
	if (test->style == RULES_TEST_TAP) {
		printf("1..%lu\n", test->tests);
	} else {
		printf("%s", test->has_lines ? "\n" : "");
		rules_tally_print(&test->tally);
	}
	if (!has_read_rules(&test->tally) && test->tally.malformed > 0) {
		err_set(err, ERR_RULE, "no rule file could be read");
		return EXIT_FATAL;
	}
	return test->not_ok == 0 && test->tests > 0 ? EXIT_PASS : EXIT_BLOCK;
}

static int
rules_test(int argc, char **argv, struct err *err)
{
	struct rules_test test = {.style = RULES_TEST_LINES};
	int first = 1;

	if (argc > 1 && strcmp(argv[1], "--tap") == 0)
		test.style = RULES_TEST_TAP;
	else if (argc > 1 && strcmp(argv[1], "--summary") == 0)
		test.style = RULES_TEST_SUMMARY;
	first += test.style != RULES_TEST_LINES;
	rules_tally_init(&test.tally);
	int status = test_paths(&test, argc - first, argv + first, err);
	rules_tally_release(&test.tally);
	return status;
}

int
cmd_rules(int argc, char **argv, struct err *err)
{
	static const struct command commands[] = {
		{"list", rules_list, NULL},
		{"show", rules_show, NULL},
		{"check", rules_check, NULL},
		{"test", rules_test, NULL},
	};

	struct sandbox sandbox;

	if (sandbox_enter(&sandbox, &(struct sandbox_wish){0}, err) < 0) /* rule files are foreign, too */
		return EXIT_FATAL;
	for (size_t i = 0; argc > 1 && i < sizeof(commands) / sizeof(commands[0]); i++)
		if (strcmp(argv[1], commands[i].name) == 0)
			return commands[i].run(argc - 1, argv + 1, err);
	err_set(err, ERR_USAGE, "rules wants list, show, test or check");
	return EXIT_USAGE;
}
