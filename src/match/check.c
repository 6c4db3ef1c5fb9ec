#include "match/formula.h"

int
matcher_check_rule(const struct rule *rule, struct err *err)
{
	struct formula_program *program;

	if (formula_program_new(&program, rule, err) < 0)
		return -1;
	int rc = formula_program_check(program, err);
	formula_program_free(program);
	return rc;
}
