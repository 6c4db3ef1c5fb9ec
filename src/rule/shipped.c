/*
 * shipped.c - apart from ruleset.c, so that the build tool that makes the
 * image can link the loader without it
 */
#include "rule/shipped.h"

#include <stdint.h>
#include <stdlib.h>

#include "rule/load.h"

/* See shipped_image.c. */
extern const char shipped_image[];
extern const uint64_t shipped_image_size;

const struct shipped *
shipped_rules(void)
{
	/* Of the process, as the image is: it can be moved only once. */
	static const struct shipped *shipped;

	if (!shipped)
		shipped = image_map(shipped_image, shipped_image_size);
	return shipped;
}

int
ruleset_add_shipped(struct ruleset *set, struct err *err)
{
	const struct shipped *shipped = shipped_rules();

	if (!shipped)
		return err_oom(err);
	struct batch batch = {.n = shipped->n};
	bool alone = set->n == 0;
	batch.rules = calloc(shipped->n + 1, sizeof(*batch.rules));
	if (!batch.rules)
		return err_oom(err);
	for (size_t i = 0; i < shipped->n; i++)
		batch.rules[i] = &shipped->rules[i];
	int rc = ruleset_take(set, &batch, err);
	if (rc == 0 && alone)
		set->prefilter = shipped->prefilter;
	set->patterns = shipped->patterns;
	batch_release(&batch);
	return rc;
}
