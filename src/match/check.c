/*
 * check.c - what is wrong with a rule, before it runs
 */
#include <stdlib.h>

#include "match/formula.h"
#include "match/pattern.h"
#include "match/reading.h"
#include "match/rule_program.h"
#include "rule/taint.h"

#define PENDING_MAX 64u

struct rule_checker {
	struct reading *reading;
	struct arena arena; /* of the pattern at hand */
};

/* Formulas to look at, each with the languages that its patterns are in. */
struct pending {
	struct {
		const struct formula *formula;
		language_set languages;
	} items[PENDING_MAX];
	size_t n;
};

int
rule_checker_new(struct rule_checker **out, struct err *err)
{
	struct rule_checker *checker = calloc(1, sizeof(*checker));

	*out = NULL;
	if (!checker)
		return err_oom(err);
	arena_init(&checker->arena);
	if (reading_new(&checker->reading, err) < 0) {
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

static void
push(struct pending *pending, const struct formula *formula, language_set languages)
{
	if (formula && pending->n < PENDING_MAX) {
		pending->items[pending->n].formula = formula;
		pending->items[pending->n++].languages = languages;
	}
}

static void
push_below(struct pending *pending, const struct formula *f, language_set languages)
{
	for (size_t i = f->nchildren; i-- > 0;)
		push(pending, &f->children[i], languages);
	for (size_t i = 0; i < f->nconditions; i++) {
		enum language own = f->conditions[i].language;
		push(pending, f->conditions[i].formula, own == LANG_NONE ? languages : LANGUAGE_BIT(own));
	}
}

static void
push_entries(struct pending *pending, const struct rule *rule, const struct taint_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		push(pending, &list->items[i].formula, rule->languages);
}

static void
push_rule(struct pending *pending, const struct rule *rule)
{
	push(pending, &rule->formula, rule->languages);
	if (!rule->taint)
		return;
	push_entries(pending, rule, &rule->taint->sources);
	push_entries(pending, rule, &rule->taint->sinks);
	push_entries(pending, rule, &rule->taint->sanitizers);
	push_entries(pending, rule, &rule->taint->propagators);
}

int
rule_checker_patterns(struct rule_checker *checker, const struct rule *rule, struct rule_position *at,
		      struct err *err)
{
	struct pending pending = {.n = 0};

	push_rule(&pending, rule);
	while (pending.n > 0) {
		const struct formula *f = pending.items[--pending.n].formula;
		language_set languages = pending.items[pending.n].languages;
		struct place place = {rule->file, f->at};
		int rc = f->op == OP_PATTERN ? parses(checker, f->text, languages, &place, err) : 1;
		*at = f->at;
		if (rc <= 0)
			return rc;
		push_below(&pending, f, languages);
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
matcher_check_rule(const struct rule *rule, struct err *err)
{
	return check_formula(rule, err) < 0 || check_patterns(rule, err) < 0 ? -1 : 0;
}

int
matcher_check_text_parts(const struct rule *rule, struct err *err)
{
	return check_formula(rule, err);
}
