/*
 * requires.h - a condition on labels: "INPUT and not (CLEAN or CHECKED)"
 */
#ifndef SLUICE_RULE_REQUIRES_H
#define SLUICE_RULE_REQUIRES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

#define REQUIRES_STEPS  64u
#define REQUIRES_LABELS 32u

/* The label of taint that has none. */
#define LABEL_PLAIN "__SOURCE__"

enum requires_op { REQUIRES_LABEL, REQUIRES_NOT, REQUIRES_AND, REQUIRES_OR };

/* In reverse Polish order: INPUT CLEAN CHECKED or not and. None: it holds when LABEL_PLAIN does. */
struct requires
{
	struct {
		uint8_t op;    /* enum requires_op */
		uint8_t label; /* number of the label */
	} steps[REQUIRES_STEPS];
	uint8_t n;
};

/* Labels by number; the first is LABEL_PLAIN. All zero at first; names are borrowed. */
struct label_table {
	struct slice names[REQUIRES_LABELS];
	size_t n;
};

/* The number of a label, which is new when it was not known; -1: there are too many. */
int label_number(struct label_table *labels, struct slice name);

/* False for text that is no condition, or too long a one. */
bool requires_read(struct requires *out, struct slice text, struct label_table *labels);

/* present: a set of label numbers. */
bool requires_hold(const struct requires *requires, uint32_t present);

#endif
