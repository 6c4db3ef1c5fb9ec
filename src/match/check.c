/*
 * check.c - what is wrong with a rule, before it runs
 */
#include <stdlib.h>

#include "base/buf.h"
#include "match/formula.h"
#include "match/pattern.h"
#include "match/reading.h"
#include "match/rule_program.h"
#include "match/screen.h"
#include "rule/taint.h"

/* A formula to look at, and the languages that its patterns are in. */
struct pending {
	const struct formula *formula;
	language_set languages;
};

struct rule_checker {
	struct reading *reading;
	struct arena arena; /* of the pattern at hand */
	struct pending *pending;
	size_t npending, cap;
	const struct allowance *common; /* what was last checked for all rules of a file */
	struct err common_err;
};

int
rule_checker_new(struct rule_checker **out, struct err *err)
{
	struct rule_checker *checker = calloc(1, sizeof(*checker));

	*out = NULL;
	if (!checker)
		return err_oom(err);
	arena_init(&checker->arena);
	if (reading_new(&checker->reading, NULL, err) < 0) {
		free(checker);
		return -1;
	}
	*out = checker;
	return 0;
}

void
rule_checker_free(struct rule_checker *checker)
{
	if (!checker)
		return;
	reading_free(checker->reading);
	free(checker->pending);
	arena_release(&checker->arena);
	free(checker);
}

/* 1: the pattern parses in the language, or nobody can say; 0; -1. */
static int
parses_in(struct rule_checker *checker, struct slice text, enum language lang, const struct place *place,
	  struct err *err)
{
	static const char *const paths[] = {"", "a.tsx"}; /* dialects of one language */
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < sizeof(paths) / sizeof(paths[0]); i++) {
		const struct pattern_language *language;
		struct pattern *pattern;
		if (reading_language(checker->reading, &language, lang, slice_str(paths[i]), err) < 0)
			return -1;
		if (!language)
			return 1;
		rc = pattern_read(&pattern, &checker->arena, language, text, place, err);
		pattern_release(pattern);
		arena_clear(&checker->arena);
	}
	return rc;
}

/* The same for any of the languages. */
static int
parses(struct rule_checker *checker, struct slice text, language_set languages, const struct place *place,
       struct err *err)
{
	int rc = languages == 0 || languages == LANGUAGE_ANY;

	for (int lang = LANG_NONE + 1; rc == 0 && lang < LANG_COUNT; lang++)
		if (languages & LANGUAGE_BIT(lang))
			rc = parses_in(checker, text, (enum language)lang, place, err);
	return rc;
}

static int
push(struct rule_checker *checker, const struct formula *formula, language_set languages, struct err *err)
{
	void *pending = checker->pending;

	if (!formula)
		return 0;
	if (array_reserve(&pending, &checker->cap, checker->npending + 1, sizeof(*checker->pending)) < 0)
		return err_oom(err);
	checker->pending = pending;
	checker->pending[checker->npending++] = (struct pending){formula, languages};
	return 0;
}

/* The languages that the patterns of a condition are in; generic ones are in any. */
static language_set
languages_of(const struct condition *condition, language_set languages)
{
	if (condition->generic)
		return LANGUAGE_ANY;
	return condition->language == LANG_NONE ? languages : LANGUAGE_BIT(condition->language);
}

static int
push_below(struct rule_checker *checker, const struct formula *f, language_set languages, struct err *err)
{
	for (size_t i = f->nchildren; i-- > 0;)
		if (push(checker, &f->children[i], languages, err) < 0)
			return -1;
	for (size_t i = 0; i < f->nconditions; i++)
		if (push(checker, f->conditions[i].formula, languages_of(&f->conditions[i], languages), err) <
		    0)
			return -1;
	return 0;
}

static int
push_rule(struct rule_checker *checker, const struct rule *rule, struct err *err)
{
	checker->npending = 0;
	if (push(checker, &rule->formula, rule->languages, err) < 0)
		return -1;
	if (!rule->taint)
		return 0;
	const struct taint_list *const lists[] = {&rule->taint->sources, &rule->taint->sinks,
						  &rule->taint->sanitizers, &rule->taint->propagators,
						  &rule->taint->guards};
	for (size_t k = 0; k < sizeof(lists) / sizeof(lists[0]); k++)
		for (size_t i = 0; i < lists[k]->n; i++)
			if (push(checker, &lists[k]->items[i].formula, rule->languages, err) < 0)
				return -1;
	return 0;
}

int
rule_checker_patterns(struct rule_checker *checker, const struct rule *rule, struct rule_position *at,
		      struct err *err)
{
	if (push_rule(checker, rule, err) < 0)
		return -1;
	while (checker->npending > 0) {
		const struct formula *f = checker->pending[--checker->npending].formula;
		language_set languages = checker->pending[checker->npending].languages;
		struct place place = {rule->file, f->at};
		int rc = f->op == OP_PATTERN ? parses(checker, f->text, languages, &place, err) : 1;
		*at = f->at;
		if (rc <= 0)
			return rc;
		if (push_below(checker, f, languages, err) < 0)
			return -1;
	}
	return 1;
}

static int
check_formula(const struct rule *rule, struct err *err)
{
	struct rule_program *program;

	if (rule_program_new(&program, rule, err) < 0)
		return -1;
	int rc = rule_program_check(program, err);
	rule_program_free(program);
	return rc;
}

static int
check_patterns(const struct rule *rule, struct err *err)
{
	struct place place = {.file = rule->file};
	struct rule_checker *checker;

	if (!rule->syntax && !formula_needs_syntax(&rule->formula))
		return 0;
	if (rule_checker_new(&checker, err) < 0)
		return -1;
	int rc = rule_checker_patterns(checker, rule, &place.at, err);
	rule_checker_free(checker);
	if (rc == 0)
		return place_error(err, &place, "the pattern parses in no language of the rule");
	return rc < 0 ? -1 : 0;
}

int
rule_checker_common(struct rule_checker *checker, const struct rule *rule, struct err *err)
{
	const struct screen *screen = rule->screen;

	if (!screen || screen->ncommon == 0)
		return 0;
	if (checker->common != screen->common) {
		checker->common = screen->common;
		checker->common_err = (struct err)ERR_INIT;
		if (screen_check_common(rule, &checker->common_err) < 0 &&
		    checker->common_err.code != ERR_RULE)
			return err_set(err, checker->common_err.code, "%s", checker->common_err.msg);
	}
	if (!err_is_set(&checker->common_err))
		return 0;
	return err_set(err, checker->common_err.code, "%s", checker->common_err.msg);
}

int
matcher_check_rule(const struct rule *rule, struct err *err)
{
	if (rule->screen && screen_check_common(rule, err) < 0)
		return -1;
	return check_formula(rule, err) < 0 || check_patterns(rule, err) < 0 ? -1 : 0;
}

int
matcher_check_text_parts(const struct rule *rule, struct err *err)
{
	return check_formula(rule, err);
}
