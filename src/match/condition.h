/*
 * condition.h - what a metavariable's value must be like
 */
#ifndef SLUICE_MATCH_CONDITION_H
#define SLUICE_MATCH_CONDITION_H

#include "match/range.h"
#include "match/regex.h"

struct unit;

/* A condition and, for CONDITION_REGEX, its compiled pattern. */
struct condition_test {
	const struct condition *condition;
	struct regex *regex;
	struct formula_program *nested; /* CONDITION_PATTERN */
	struct place place;
};

/* What a condition is judged with. */
struct condition_scope {
	struct regex_engine *engine;
	struct arena *arena; /* of constants that are put together */
	const struct unit
		*unit;     /* the text that the bindings are of; NULL: no tree, so names are no constants */
	const char *limit; /* out: a limit that was met */
};

/*
 * 1: the bindings satisfy it, 0: they do not (also when the metavariable is
 * not bound), -1. When a match limit is met the condition holds: what
 * could not be judged stays.
 */
int condition_holds(const struct condition_test *test, struct condition_scope *scope,
		    const struct binding *bindings, size_t n, struct err *err)
	__attribute__((warn_unused_result));

/* Mistakes that do not show until the condition is used: the expression of a comparison. */
int condition_check(const struct condition *condition, const struct place *place, struct err *err)
	__attribute__((warn_unused_result));

/* Whether one of the words (lower case) stands in the value, ASCII case folded. */
bool value_has_word(struct slice value, const struct slice *words, size_t n);

/* Shannon entropy in bits a byte: 0 for one repeated byte, 8 for all 256 equally often. */
double entropy_of(struct slice s);

#endif
