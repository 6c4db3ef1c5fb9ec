/*
 * rule_program.h - a rule made ready to run, whatever its mode
 */
#ifndef SLUICE_MATCH_RULE_PROGRAM_H
#define SLUICE_MATCH_RULE_PROGRAM_H

#include "match/formula.h"

struct rule_program;

/* ERR_RULE as formula_program_new(). */
int rule_program_new(struct rule_program **out, const struct rule *rule, struct err *err)
	__attribute__((warn_unused_result));
void rule_program_free(struct rule_program *program);

/* See formula_evaluate() and taint_evaluate(). */
int rule_program_evaluate(const struct range_list **out, struct rule_program *program,
			  struct formula_window *window, struct err *err) __attribute__((warn_unused_result));

/* See formula_program_check(). */
int rule_program_check(struct rule_program *program, struct err *err) __attribute__((warn_unused_result));

#endif
