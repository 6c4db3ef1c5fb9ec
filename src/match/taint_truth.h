/*
 * taint_truth.h - conditions and cases that constants decide
 */
#ifndef SLUICE_MATCH_TAINT_TRUTH_H
#define SLUICE_MATCH_TAINT_TRUTH_H

#include "match/unit.h"

/* A number of digits, or text without quotes that means itself: no escapes. */
struct taint_constant {
	bool is_text;
	struct slice text; /* bytes of the unit's text, or digits[] */
	char digits[12];
};

/*
 * What an expression is: a literal; a name that is given a constant and nothing else; the
 * character or the length of a constant text. *out is not to be copied.
 */
bool taint_constant_read(struct taint_constant *out, const struct unit *unit, uint32_t node);

/* The node of the value that a name stands for if it is given no other; NODE_NONE: it is not known. */
uint32_t taint_behind_names(const struct unit *unit, uint32_t node);

/* Whether nothing but literals and names of constants stand there, in lists and maps, too. */
bool taint_is_constant(const struct unit *unit, enum language lang, uint32_t node);

/* Whether the condition always holds (1), never does (0), or that cannot be told (-1). */
int taint_truth(const struct unit *unit, enum language lang, uint32_t condition);

/* Whether both expressions are the same constant (1), different ones (0), or that cannot be told (-1). */
int taint_same_constant(const struct unit *unit, uint32_t a, uint32_t b);

#endif
