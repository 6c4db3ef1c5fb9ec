/*
 * formula_steps.h - the steps of a compiled formula, shared by formula*.c
 */
#ifndef SLUICE_MATCH_FORMULA_STEPS_H
#define SLUICE_MATCH_FORMULA_STEPS_H

#include "match/condition.h"
#include "match/formula.h"
#include "match/generic.h"
#include "match/pattern_cache.h"
#include "match/regex_literal.h"

enum step_op {
	STEP_REGEX,     /* push the ranges of a regular expression */
	STEP_PATTERN,   /* push the ranges of a pattern */
	STEP_WHOLE,     /* push the whole window */
	STEP_INSIDE,    /* note on the top list that its ranges only surround */
	STEP_EXCLUDE,   /* drop the top; from what is below: what lies within one of its ranges */
	STEP_INTERSECT, /* of the two lists on top */
	STEP_UNION,     /* of the two lists on top */
	STEP_SUBTRACT,  /* from the top: what a regular expression overlaps */
	STEP_CONDITION, /* keep what satisfies it */
	STEP_FOCUS,     /* narrow to metavariables */
	STEP_SKIP,      /* if the top is empty: drop `drop` lists below it and go on at `target` */
};

/* A pattern in one grammar. */
struct step_pattern {
	struct cached_pattern *cached;
	struct step_pattern *next;
};

struct step {
	enum step_op op;
	const struct formula
		*formula; /* the leaf, or the OP_ALL that conditions, focus and skips belong to */
	struct condition_test test;
	struct regex *regex; /* NULL until first needed */
	struct step_pattern *patterns;
	struct literal_set required; /* of a pattern: one of them stands in every text that it matches */
	bool knows_required, knows_guards;
	struct pattern_guard *guards; /* of a pattern: what metavariable-regex asks of names in it */
	size_t nguards;
	struct generic_pattern *generic; /* of a program in generic mode; NULL until first needed */
	size_t target, drop;
	size_t begin; /* CONDITION, FOCUS: the first step of their OP_ALL */
	size_t takes; /* operators that take matches away round the step */
};

struct formula_program {
	const struct rule *rule;
	const struct formula *formula;         /* the rule's, or that of a metavariable-pattern */
	const struct generic_options *generic; /* NULL: patterns are about syntax */
	struct arena arena;                    /* patterns */
	struct step *steps;
	size_t n, cap;
	struct range_list *stack;
	size_t nstack, stack_cap;
	struct range_list spare; /* of STEP_INTERSECT and STEP_SUBTRACT */
};

struct place formula_place(const struct formula_program *program, struct rule_position at);

/* Fills program->steps. */
int formula_compile(struct formula_program *program, struct err *err) __attribute__((warn_unused_result));

/* formula_condition.c: puts what satisfies the step's condition into out. */
int formula_filter(struct range_list *out, const struct step *step, const struct range_list *in,
		   struct formula_window *w, struct err *err) __attribute__((warn_unused_result));

/* formula_pattern.c: appends where the step's pattern matches the window's unit, if it has one. */
int formula_pattern(struct range_list *list, struct formula_program *p, struct step *step,
		    struct formula_window *w, struct err *err) __attribute__((warn_unused_result));

/* Compiles the step's regular expression if it has one. */
int step_prepare(struct formula_program *program, struct step *step, struct err *err)
	__attribute__((warn_unused_result));

#endif
