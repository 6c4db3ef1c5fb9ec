/*
 * formula.h - the ranges of a window that a rule's formula matches
 *
 * A formula is compiled once into steps that work on a stack of range lists
 * (see formula.c), and its regular expressions when a step first needs them.
 */
#ifndef SLUICE_MATCH_FORMULA_H
#define SLUICE_MATCH_FORMULA_H

#include "match/range.h"
#include "match/regex.h"

struct formula_program;
struct pattern_language;
struct reading;
struct unit;

/* ERR_RULE for a formula without a positive operand, with an operator that text rules do not have, or too
 * deep. */
int formula_program_new(struct formula_program **out, const struct rule *rule, struct err *err)
	__attribute__((warn_unused_result));
/* Another formula of the rule: of what it follows, or of a condition. */
int formula_program_of(struct formula_program **out, const struct rule *rule, const struct formula *formula,
		       struct err *err) __attribute__((warn_unused_result));
void formula_program_free(struct formula_program *program);

struct formula_window {
	struct regex_engine *engine;
	struct slice text;              /* the whole text: ranges are offsets into it */
	const struct text *lines;       /* its lines, if `touched` is given */
	const struct line_set *touched; /* what leads through none of them is not asked for; NULL: all */
	struct slice path, commit;      /* where it is from; empty: not known, or nowhere */
	struct subject subject;         /* a part of it */
	struct arena *arena;            /* bindings of the result */
	const struct pattern_language *language; /* NULL: patterns match nothing */
	const struct unit *unit;                 /* the text as patterns see it */
	struct reading
		*reading; /* for generic patterns, and values in another language; NULL: none is found */
	bool exhaustive;  /* patterns are tried also where a word of theirs is missing: the oracle of tests */
	bool embedded;    /* it is such a value */
	bool part;        /* subject is the value of a metavariable */
	const char *limit; /* out: a limit that was met, or NULL */
};

/* Whether the rule has operators on syntax, so that it needs the whole text. */
bool formula_needs_syntax(const struct formula *formula);

/* The matches in a window; *out is borrowed until the next call. Nothing is folded: ranges may come twice. */
int formula_evaluate(const struct range_list **out, struct formula_program *program,
		     struct formula_window *window, struct err *err) __attribute__((warn_unused_result));

/*
 * Compiles every regular expression and checks that each condition and focus
 * names a metavariable that an operand of its own `patterns` binds.
 */
int formula_program_check(struct formula_program *program, struct err *err)
	__attribute__((warn_unused_result));

#endif
