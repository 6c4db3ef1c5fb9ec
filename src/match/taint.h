/*
 * taint.h - what a rule of mode taint finds in a text
 *
 * taint_marks.c   where sources, sinks and their like stand
 * taint_flow.c    functions as steps in order
 * taint_run.c     executes the steps, to a fixed point
 * taint_value.c   how expressions and assignments pass taint on
 * taint_call.c    functions of the same text
 * taint_store.c   tainted variables;  taint_set.c  tainted values
 * taint_report.c  findings with their traces
 */
#ifndef SLUICE_MATCH_TAINT_H
#define SLUICE_MATCH_TAINT_H

#include "match/formula.h"

struct taint_program;

/* The rule has `taint`. ERR_RULE as formula_program_new(). */
int taint_program_new(struct taint_program **out, const struct rule *rule, struct err *err)
	__attribute__((warn_unused_result));
void taint_program_free(struct taint_program *program);

/*
 * The sinks that taint reaches, with traces; the window is a whole text with its
 * tree. *out is borrowed until the next call.
 */
int taint_evaluate(const struct range_list **out, struct taint_program *program,
		   struct formula_window *window, struct err *err) __attribute__((warn_unused_result));

/* See formula_program_check(). */
int taint_program_check(struct taint_program *program, struct err *err) __attribute__((warn_unused_result));

#endif
