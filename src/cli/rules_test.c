/*
 * rules_test.c - rules against their annotated examples
 *
 * A rule passes when every line under one of its `ruleid:` annotations is
 * reported and no line under an `ok:` is. Packs of others have rules without
 * either; they are told apart from those that fail.
 */
#include "cli/rules_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/escape.h"
#include "base/file.h"
#include "base/limits.h"
#include "change/text.h"
#include "cli/cli.h"
#include "cli/filling.h"
#include "match/match.h"
#include "rule/ruleset.h"
#include "rule/selftest.h"
#include "syntax/dialect.h"
#include "syntax/syntax.h"

struct example {
	const char *path;
	struct buf bytes;
	struct text text;
	enum language lang;
	struct selftest_annotation *annotations;
	size_t n;
};

/* The rules of one file, their examples, and what is to be said of the rule at hand. */
struct session {
	struct rules_test *test;
	struct ruleset rules;
	struct matcher *matcher;
	struct rule_checker *checker;
	struct example *examples;
	size_t nexamples;
	struct match_list matches;
	struct arena arena;
	struct buf lines;
	unsigned long bad, good; /* annotations of the rule at hand */
	unsigned long broken;    /* those that do not hold, and limits met */
};

/* ---- files that cannot be read */

static void
print_malformed(struct rules_test *test, const char *path, const char *message)
{
	struct buf name = BUF_INIT(1u << 16);

	test->tally.malformed++;
	test->tests++;
	test->not_ok++;
	escape_terminal(&name, slice_str(path));
	if (test->style == RULES_TEST_TAP)
		printf("not ok %lu - %s\n# %s\n", test->tests, buf_ok(&name) ? name.ptr : "", message);
	else if (test->style == RULES_TEST_LINES)
		printf("%s\n", message);
	test->has_lines |= test->style != RULES_TEST_SUMMARY;
	buf_release(&name);
}

/* Whatever is wrong with a file ends nothing but itself; memory is another matter. */
static int
go_on(struct rules_test *test, const char *path, const struct err *defect, struct err *err)
{
	if (defect->code == ERR_MEMORY)
		return err_oom(err);
	print_malformed(test, path, defect->msg);
	return 0;
}

/* ---- examples */

static int
read_example(struct session *s, struct example *example, const char *path, struct err *err)
{
	struct buf raw = BUF_INIT(LIMIT_RULE_FILE_BYTES);

	example->path = path;
	buf_init(&example->bytes, LIMIT_BLOB_BYTES);
	int rc = file_read(&raw, path, LIMIT_RULE_FILE_BYTES, err);
	if (rc == 0) {
		filling_add(&example->bytes, buf_slice(&raw));
		rc = buf_ok(&example->bytes) ? 0 : err_oom(err);
	}
	buf_release(&raw);
	if (rc == 0)
		rc = text_decode(&example->text, &s->arena, buf_slice(&example->bytes), err);
	if (rc == 0) {
		example->lang = language_of_file(slice_str(path), example->text.bytes);
		rc = selftest_parse(&example->annotations, &example->n, &s->arena, path, example->text.bytes,
				    err);
	}
	if (rc < 0)
		buf_release(&example->bytes);
	return rc;
}

static int
read_examples(struct session *s, const char *rule_file, struct err *err)
{
	const char *const *paths;
	size_t n;

	if (selftest_targets(&paths, &n, &s->arena, rule_file, err) < 0)
		return -1;
	s->examples = arena_array(&s->arena, n, sizeof(*s->examples));
	if (!s->examples)
		return err_oom(err);
	for (size_t i = 0; i < n; i++) {
		struct err defect = ERR_INIT;
		struct example *example = &s->examples[s->nexamples];
		if (read_example(s, example, paths[i], &defect) == 0)
			s->nexamples++;
		else if (go_on(s->test, paths[i], &defect, err) < 0)
			return -1;
	}
	return 0;
}

static bool
is_in_file(const struct session *s, struct slice id)
{
	bool known = ruleset_find(&s->rules, id) != NULL;

	for (size_t i = 0; i < s->rules.nunsupported && !known; i++)
		known = slice_eq(s->rules.unsupported[i].id, id);
	return known;
}

/* An annotation of a rule that the file does not have is a mistake in one of them. */
static int
check_annotations(const struct session *s, const struct example *example, struct err *err)
{
	for (size_t i = 0; i < example->n; i++) {
		struct slice id = example->annotations[i].rule_id;
		if (!is_in_file(s, id))
			return err_set(err, ERR_RULE, "%s:%u:1: no rule %.*s beside this example",
				       example->path, example->annotations[i].at, (int)id.len, id.ptr);
	}
	return 0;
}

static int
check_examples(struct session *s, struct err *err)
{
	for (size_t i = 0; i < s->nexamples; i++) {
		struct err defect = ERR_INIT;
		if (check_annotations(s, &s->examples[i], &defect) < 0 &&
		    go_on(s->test, s->examples[i].path, &defect, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- one rule */

static bool
is_rule(void *ctx, const struct rule *rule)
{
	const struct rule *const *only = ctx;

	return rule == *only;
}

static bool
reports_line(const struct session *s, const struct text *text, uint32_t line)
{
	for (size_t i = 0; i < s->matches.n; i++)
		if (text_line_at(text, s->matches.items[i].start) == line)
			return true;
	return false;
}

static void
say(struct session *s, const struct example *example, uint32_t line, const char *what)
{
	buf_addf(&s->lines, "%s:%u: %s: ", example->path, line, what);
	escape_terminal(&s->lines, slice_trim(text_line(&example->text, line)));
	buf_add_char(&s->lines, '\n');
}

static void
complain(struct session *s, const struct example *example, uint32_t line, const char *what)
{
	s->broken++;
	say(s, example, line, what);
}

static void
judge_annotation(struct session *s, const struct example *example, const struct selftest_annotation *a)
{
	bool reported = reports_line(s, &example->text, a->line);

	switch (a->expect) {
	case SELFTEST_REPORTED:
		s->bad++;
		if (!reported)
			complain(s, example, a->line, "not reported");
		break;
	case SELFTEST_CLEAN:
		s->good++;
		if (reported)
			complain(s, example, a->line, "reported, but ok");
		break;
	default:
		s->test->tally.todo++;
		break;
	}
}

static bool
reads_example(const struct rule *rule, const struct example *example)
{
	struct rule anywhere = *rule; /* an example's own path says nothing */

	anywhere.ninclude = anywhere.nexclude = 0;
	return rule_reads(&anywhere, slice_str(example->path), example->lang);
}

static int
test_on_example(struct session *s, const struct rule *rule, const struct example *example, struct err *err)
{
	const struct scan scan = {.text = &example->text,
				  .lang = example->lang,
				  .path = slice_str(example->path),
				  .filter = is_rule,
				  .filter_ctx = &rule};

	match_list_clear(&s->matches);
	if (example->text.nlines > 0 && reads_example(rule, example) &&
	    matcher_scan(s->matcher, &scan, &s->matches, err) < 0)
		return -1;
	for (size_t i = 0; i < s->matches.nlimits; i++) {
		const struct match_limit *limit = &s->matches.limits[i];
		(limit->partial ? say : complain)(s, example, limit->line, limit->reason);
	}
	for (size_t i = 0; i < example->n; i++)
		if (slice_eq(example->annotations[i].rule_id, rule->id))
			judge_annotation(s, example, &example->annotations[i]);
	return 0;
}

static void
say_missing(struct session *s, const struct rule *rule, const char *annotation)
{
	buf_addf(&s->lines, "%.*s: no example with %s %.*s\n", (int)rule->file.len, rule->file.ptr,
		 annotation, (int)rule->id.len, rule->id.ptr);
}

static int
run_rule(struct session *s, const struct rule *rule, struct err *err)
{
	for (size_t i = 0; i < s->nexamples; i++)
		if (test_on_example(s, rule, &s->examples[i], err) < 0)
			return -1;
	if (s->bad == 0)
		say_missing(s, rule, "ruleid:");
	if (s->good == 0)
		say_missing(s, rule, "ok:");
	return 0;
}

static void
print_result(struct session *s, const struct rule *rule, bool ok)
{
	bool tap = s->test->style == RULES_TEST_TAP;
	struct slice rest = buf_slice(&s->lines), line;

	if (tap)
		printf("%sok %lu - %.*s\n", ok ? "" : "not ", s->test->tests, (int)rule->id.len,
		       rule->id.ptr);
	while (s->test->style != RULES_TEST_SUMMARY && slice_next_line(&rest, &line)) {
		printf("%s%.*s [%.*s]\n", tap ? "# " : "", (int)line.len, line.ptr, (int)rule->id.len,
		       rule->id.ptr);
		s->test->has_lines = true;
	}
}

/* 1 when the rule was run, or its defect noted; 0 when this build cannot run it; -1. */
static int
check_and_run(struct session *s, const struct rule *rule, struct err *err)
{
	struct err defect = ERR_INIT;
	struct rule_position at;
	const char *why;
	int rc = check_rule(s->checker, rule, &at, &why, &defect);

	if (rc == 0)
		return rules_tally_add_unsupported(&s->test->tally, rule->languages, slice_str(why), err);
	if (rc > 0)
		return run_rule(s, rule, err) < 0 ? -1 : 1;
	s->broken++;
	buf_addf(&s->lines, "%s\n", defect.msg);
	return defect.code == ERR_MEMORY ? err_oom(err) : 1;
}

static int
test_rule(struct session *s, const struct rule *rule, struct err *err)
{
	enum rule_outcome outcome = RULE_PASSED;

	s->bad = s->good = s->broken = 0;
	buf_clear(&s->lines);
	int rc = check_and_run(s, rule, err);
	if (rc <= 0)
		return rc;
	if (!buf_ok(&s->lines))
		return err_oom(err);
	if (s->broken > 0)
		outcome = RULE_FAILED;
	else if (s->bad == 0)
		outcome = RULE_NO_EXAMPLE;
	rules_tally_add(&s->test->tally, rule->languages, outcome);
	s->test->tally.without_ok += outcome == RULE_PASSED && s->good == 0;
	s->test->tests++;
	bool ok = outcome == RULE_PASSED && s->good > 0;
	s->test->not_ok += !ok;
	print_result(s, rule, ok);
	return 0;
}

/* ---- files of rules */

static int
count_unsupported(struct session *s, struct err *err)
{
	for (size_t i = 0; i < s->rules.nunsupported; i++) {
		const struct unsupported_rule *rule = &s->rules.unsupported[i];
		if (rules_tally_add_unsupported(&s->test->tally, rule->languages, rule->reason, err) < 0)
			return -1;
	}
	return 0;
}

static int
test_rules(struct session *s, const char *file, struct err *err)
{
	struct err defect = ERR_INIT;

	if (ruleset_load(&s->rules, file, &defect) < 0)
		return go_on(s->test, file, &defect, err);
	if (s->rules.n + s->rules.nunsupported == 0) /* lists for the files beside it */
		return 0;
	s->test->tally.files++;
	if (!syntax_available() && ruleset_drop_syntax(&s->rules, err) < 0)
		return -1;
	if (count_unsupported(s, err) < 0 || read_examples(s, file, err) < 0 || check_examples(s, err) < 0 ||
	    rule_checker_new(&s->checker, err) < 0 || matcher_new(&s->matcher, &s->rules, err) < 0)
		return -1;
	for (size_t i = 0; i < s->rules.n; i++)
		if (test_rule(s, s->rules.rules[i], err) < 0)
			return -1;
	return 0;
}

static int
test_file(struct rules_test *test, const char *file, struct err *err)
{
	struct session s = {.test = test, .lines = BUF_INIT(1u << 20)};

	ruleset_init(&s.rules);
	s.rules.syntax = dialect_languages();
	match_list_init(&s.matches);
	arena_init(&s.arena);
	int rc = test_rules(&s, file, err);
	for (size_t i = 0; i < s.nexamples; i++)
		buf_release(&s.examples[i].bytes);
	buf_release(&s.lines);
	rule_checker_free(s.checker);
	matcher_free(s.matcher);
	match_list_release(&s.matches);
	ruleset_release(&s.rules);
	arena_release(&s.arena);
	return rc;
}

int
rules_test_path(struct rules_test *test, const char *path, struct err *err)
{
	struct arena arena = ARENA_INIT;
	const char *const *files;
	struct stat st;
	size_t n;

	if (stat(path, &st) == 0 && !S_ISDIR(st.st_mode))
		return test_file(test, path, err);
	int rc = rule_files(&files, &n, &arena, path, err);
	for (size_t i = 0; rc == 0 && i < n; i++)
		rc = test_file(test, files[i], err);
	arena_release(&arena);
	return rc;
}
