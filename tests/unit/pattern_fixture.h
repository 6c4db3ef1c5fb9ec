/*
 * pattern_fixture.h - patterns run on texts, and the lines they are found at
 */
#ifndef SLUICE_TESTS_PATTERN_FIXTURE_H
#define SLUICE_TESTS_PATTERN_FIXTURE_H

#include "match_fixture.h"

#include <stdio.h>

#include "syntax/dialect.h"
#include "syntax/syntax.h"

struct row {
	const char *language, *pattern, *source, *lines;
};

#define PY       "python"
#define JS       "javascript"
#define TS       "typescript"
#define JAVA     "java"
#define GO       "go"

#define ROW_NAME 64

/* The lines at which matches begin, each once: "1 3". */
static void
show_lines(char *out, size_t size, const struct fixture *f, const struct text *text)
{
	uint32_t last = 0;
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->list.n; i++) {
		uint32_t line = text_line_at(text, f->list.items[i].start);
		if (line != last)
			len += (size_t)snprintf(out + len, size - len, "%s%u", len ? " " : "", line);
		last = line;
	}
	for (size_t i = 0; i < f->list.nlimits; i++)
		len += (size_t)snprintf(out + len, size - len, " [%s]", f->list.limits[i].reason);
}

static UNUSED void
scan_source(struct fixture *f, const char *language, const char *source, char *shown, size_t size)
{
	struct text text;
	struct scan scan = {.text = &text, .lang = language_by_name(slice_str(language))};

	assert_int_equal(text_from_lines(&text, &f->arena, slice_str(source), NULL, &f->err), 0);
	match_list_clear(&f->list);
	if (matcher_scan(f->matcher, &scan, &f->list, &f->err) < 0)
		fail_msg("%s", f->err.msg);
	show_lines(shown, size, f, &text);
}

static UNUSED void
check_row(const struct row *row, bool prefilter)
{
	const struct rule rule = {.id = S("r"),
				  .languages = LANGUAGE_BIT(language_by_name(slice_str(row->language))),
				  .formula = {.op = OP_PATTERN, .text = slice_str(row->pattern)}};
	struct fixture f;
	char shown[512];

	fixture_begin(&f, &rule, 1);
	if (!prefilter)
		matcher_disable_prefilter(f.matcher);
	scan_source(&f, row->language, row->source, shown, sizeof(shown));
	fixture_end(&f);
	if (strcmp(shown, row->lines) != 0)
		fail_msg("%s: %s\nin\n%sfound '%s', not '%s'", row->language, row->pattern, row->source,
			 shown, row->lines);
}

static UNUSED void
test_row(void **state)
{
	if (!syntax_available())
		return;
	check_row(*state, true);
	check_row(*state, false);
}

/* A rule file, what it finds in a text with and without the prefilter. */
struct rule_row {
	const char *name;
	const char *rule; /* what follows the language, at the margin of a rule's keys */
	const char *language, *source, *lines;
};

static UNUSED void
check_rule_row(const struct rule_row *row, bool prefilter)
{
	struct fixture f;
	struct ruleset set;
	struct err err = ERR_INIT;
	char shown[512], yaml[4096];

	snprintf(yaml, sizeof(yaml),
		 "rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [%s]\n%s", row->language,
		 row->rule);
	ruleset_init(&set);
	set.syntax = dialect_languages();
	if (ruleset_load_bytes(&set, "r.yaml", slice_str(yaml), &err) < 0)
		fail_msg("%s: %s", row->name, err.msg);
	if (set.n != 1)
		fail_msg("%s: %.*s", row->name, (int)set.unsupported[0].reason.len,
			 set.unsupported[0].reason.ptr);
	if (matcher_check_rule(set.rules[0], &err) < 0)
		fail_msg("%s: %s", row->name, err.msg);
	fixture_begin(&f, set.rules[0], 1);
	if (!prefilter)
		matcher_disable_prefilter(f.matcher);
	scan_source(&f, row->language, row->source, shown, sizeof(shown));
	fixture_end(&f);
	ruleset_release(&set);
	if (strcmp(shown, row->lines) != 0)
		fail_msg("%s: found '%s', not '%s'", row->name, shown, row->lines);
}

static UNUSED void
test_rule_row(void **state)
{
	if (!syntax_available())
		return;
	check_rule_row(*state, true);
	check_rule_row(*state, false);
}

static UNUSED void
rule_rows_add(struct CMUnitTest *tests, const struct rule_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		tests[i] = (struct CMUnitTest){.name = rows[i].name,
					       .test_func = test_rule_row,
					       .initial_state = (void *)(uintptr_t)&rows[i]};
}

static UNUSED void
rows_add(struct CMUnitTest *tests, char (*names)[ROW_NAME], const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		snprintf(names[i], ROW_NAME, "%s %zu", rows[i].language, i);
		tests[i] = (struct CMUnitTest){.name = names[i],
					       .test_func = test_row,
					       .initial_state = (void *)(uintptr_t)&rows[i]};
	}
}

#endif
