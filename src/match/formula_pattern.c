/*
 * formula_pattern.c - a pattern of a formula, tried on a text's tree
 *
 * It is tried only if the text may have the words that it needs, with what the formula
 * asks of names as guards:
 *
 *	patterns:
 *	  - pattern: $READ($X, ...)
 *	  - metavariable-regex: {metavariable: $READ, regex: recv|fread}
 *
 * needs `recv` or `fread`, and $READ takes no other name. What the pattern finds is asked
 * again by the formula's conditions, so a guard need not know of all that they know.
 */
#include "match/formula_steps.h"
#include "match/literal.h"
#include "match/reading.h"
#include "match/trigram.h"

/* ---- guards ---- */

/* A condition on what the step finds, or on what comes of it; not on what is taken away by it. */
static bool
is_guard(const struct step *condition, const struct step *pattern, size_t at)
{
	return condition->op == STEP_CONDITION && condition->begin <= at &&
	       condition->takes == pattern->takes && condition->test.condition->op == CONDITION_REGEX &&
	       !condition->test.condition->constants &&
	       slice_find(pattern->formula->text, condition->test.condition->metavariable) != (size_t)-1;
}

static int
find_guards(struct formula_program *p, struct step *step, struct err *err)
{
	size_t at = (size_t)(step - p->steps), n = 0;

	if (step->knows_guards)
		return 0;
	for (size_t i = at + 1; i < p->n; i++)
		n += is_guard(&p->steps[i], step, at);
	step->guards = arena_array(&p->arena, n, sizeof(*step->guards));
	if (!step->guards)
		return err_oom(err);
	for (size_t i = at + 1; i < p->n; i++)
		if (is_guard(&p->steps[i], step, at)) {
			const struct condition *condition = p->steps[i].test.condition;
			step->guards[step->nguards++] =
				(struct pattern_guard){.metavariable = condition->metavariable,
						       .text = condition->text,
						       .place = p->steps[i].test.place};
		}
	step->knows_guards = true;
	return 0;
}

/* ---- words ---- */

static int
find_guards_required(struct formula_program *p, struct step *step, struct err *err)
{
	for (size_t i = 0; i < step->nguards; i++) {
		const struct pattern_guard *guard = &step->guards[i];
		struct literal_set set;
		if (literals_of_guard(&set, &p->arena, step->formula->text, guard->metavariable, guard->text,
				      err) < 0)
			return -1;
		if (literal_set_score(&set) > literal_set_score(&step->required))
			step->required = set;
	}
	return 0;
}

/* What the pattern needs, or if it needs no word the best of what its guards need. */
static int
find_required(struct formula_program *p, struct step *step, struct err *err)
{
	struct slice text = step->formula->text;

	if (step->knows_required)
		return 0;
	if (literals_of_pattern(&step->required, &p->arena, p->rule, text, err) < 0)
		return -1;
	if (step->required.n == 0 && find_guards_required(p, step, err) < 0)
		return -1;
	step->knows_required = true;
	return 0;
}

/* 1: the pattern may match the window's text, 0: a word that it needs is not there, -1. */
static int
may_match(struct formula_program *p, struct step *step, const struct formula_window *w, struct err *err)
{
	if (w->exhaustive)
		return 1;
	if (find_guards(p, step, err) < 0 || find_required(p, step, err) < 0)
		return -1;
	for (size_t i = 0; i < step->required.n; i++) {
		const struct literal *word = &step->required.items[i];
		if (trigrams_may_have(w->unit->trigrams, slice_of(word->bytes, word->len)))
			return 1;
	}
	return step->required.n == 0;
}

/* ---- the pattern ---- */

/* The step's pattern as the window's language reads it. */
static int
pattern_of(struct cached_pattern **out, struct formula_program *p, struct step *step,
	   const struct formula_window *w, struct err *err)
{
	const struct pattern_key key = {step->formula->text, p->rule->options, step->guards, step->nguards};
	struct step_pattern *known = step->patterns;
	struct place place = formula_place(p, step->formula->at);

	while (known && known->cached->syntax != w->language->syntax)
		known = known->next;
	if (!known) {
		known = arena_alloc(&p->arena, sizeof(*known));
		if (!known)
			return err_oom(err);
		if (pattern_cache_get(&known->cached, reading_patterns(w->reading), w->language, &key, &place,
				      err) < 0)
			return -1;
		known->next = step->patterns;
		step->patterns = known;
	}
	*out = known->cached;
	return 0;
}

int
formula_pattern(struct range_list *list, struct formula_program *p, struct step *step,
		struct formula_window *w, struct err *err)
{
	struct cached_pattern *cached = NULL;

	if (!w->language || !w->unit || !w->reading)
		return 0;
	int may = may_match(p, step, w, err);
	if (may != 1)
		return may;
	if (pattern_of(&cached, p, step, w, err) < 0)
		return -1;
	if (!cached->pattern) {
		/* What parses in another language only is no text of this one: C++, in a header read as C. */
		if ((p->rule->languages & ~LANGUAGE_BIT(w->language->lang)) == 0)
			w->limit = "a pattern of the rule does not parse in this language";
		return 0;
	}
	if (w->part)
		return pattern_find(list, cached->pattern, w->unit, w->engine, w->arena, &w->limit, err);
	return pattern_cache_find(list, reading_patterns(w->reading), cached, w->unit, w->engine, w->arena,
				  &w->limit, err);
}
