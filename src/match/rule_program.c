#include "match/rule_program.h"

#include <stdlib.h>

#include "match/taint.h"

/* One of the two. */
struct rule_program {
	struct formula_program *formula;
	struct taint_program *taint;
};

int
rule_program_new(struct rule_program **out, const struct rule *rule, struct err *err)
{
	struct rule_program *program = calloc(1, sizeof(*program));

	*out = NULL;
	if (!program)
		return err_oom(err);
	if ((rule->taint ? taint_program_new(&program->taint, rule, err)
			 : formula_program_new(&program->formula, rule, err)) < 0) {
		free(program);
		return -1;
	}
	*out = program;
	return 0;
}

void
rule_program_free(struct rule_program *program)
{
	if (!program)
		return;
	formula_program_free(program->formula);
	taint_program_free(program->taint);
	free(program);
}

int
rule_program_evaluate(const struct range_list **out, struct rule_program *program,
		      struct formula_window *window, struct err *err)
{
	return program->taint ? taint_evaluate(out, program->taint, window, err)
			      : formula_evaluate(out, program->formula, window, err);
}

int
rule_program_check(struct rule_program *program, struct err *err)
{
	return program->taint ? taint_program_check(program->taint, err)
			      : formula_program_check(program->formula, err);
}
