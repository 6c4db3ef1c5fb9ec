/*
 * shipped.c - apart from ruleset.c, so that the build tool that makes
 * shipped_rules can link the loader without them
 */
#include <stdlib.h>

#include "rule/embed.h"
#include "rule/load.h"

int
ruleset_add_shipped(struct ruleset *set, struct err *err)
{
	struct batch batch = {.n = shipped_nrules};
	bool alone = set->n == 0;

	batch.rules = calloc(shipped_nrules + 1, sizeof(*batch.rules));
	if (!batch.rules)
		return err_oom(err);
	for (size_t i = 0; i < shipped_nrules; i++)
		batch.rules[i] = &shipped_rules[i];
	int rc = ruleset_take(set, &batch, err);
	if (rc == 0 && alone)
		set->prefilter = &shipped_prefilter;
	batch_release(&batch);
	return rc;
}
