#include "match/rule_program.h"

#include <stdlib.h>

#include "match/screen.h"
#include "match/taint.h"

/* One of the first two, and the screen that some formulas have. */
struct rule_program {
	struct formula_program *formula;
	struct taint_program *taint;
	struct screen_program *screen;
};

int
rule_program_new(struct rule_program **out, const struct rule *rule, struct err *err)
{
	struct rule_program *program = calloc(1, sizeof(*program));

	*out = NULL;
	if (!program)
		return err_oom(err);
	if ((rule->taint ? taint_program_new(&program->taint, rule, err)
			 : formula_program_new(&program->formula, rule, err)) < 0 ||
	    (rule->screen && screen_program_new(&program->screen, rule, err) < 0)) {
		rule_program_free(program);
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
	screen_program_free(program->screen);
	free(program);
}

int
rule_program_evaluate(const struct range_list **out, struct rule_program *program,
		      struct formula_window *window, struct err *err)
{
	if (program->taint)
		return taint_evaluate(out, program->taint, window, err);
	if (formula_evaluate(out, program->formula, window, err) < 0)
		return -1;
	return program->screen ? screen_filter(out, program->screen, window, err) : 0;
}

int
rule_program_check(struct rule_program *program, struct err *err)
{
	if (program->taint)
		return taint_program_check(program->taint, err);
	if (formula_program_check(program->formula, err) < 0)
		return -1;
	return program->screen ? screen_program_check(program->screen, err) : 0;
}
