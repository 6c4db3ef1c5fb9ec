/*
 * shipped.h - the rules that the program brings along
 *
 * build/rulec loads rules/ with ruleset_load() and writes an image of them
 * (base/image.h); the program links it, so no YAML is read when a hook runs.
 */
#ifndef SLUICE_RULE_SHIPPED_H
#define SLUICE_RULE_SHIPPED_H

#include "base/image.h"
#include "rule/ruleset.h"

struct shipped {
	const struct rule *rules; /* checked, each id once */
	size_t n;
	const struct prefilter *prefilter;    /* over their keywords */
	const struct pattern_store *patterns; /* theirs */
};

extern const struct image_layout rule_layout; /* struct rule */

/* The same each time; NULL without memory. */
const struct shipped *shipped_rules(void);

#endif
