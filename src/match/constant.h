/*
 * constant.h - the values of expressions that a text fixes
 *
 *	A = "select "          A, A + "x" and f"{A}x" are constant text
 *	N = 5                  N is the literal 5
 *
 * Names are followed as declaration.h says.
 */
#ifndef SLUICE_MATCH_CONSTANT_H
#define SLUICE_MATCH_CONSTANT_H

#include "match/pattern.h"

enum constant_kind {
	CONSTANT_NONE,
	CONSTANT_TEXT,      /* text, without quotes */
	CONSTANT_SOME_TEXT, /* one of several texts */
	CONSTANT_LITERAL,   /* a number or a word such as true, as written */
};

struct constant {
	enum constant_kind kind;
	struct slice text; /* bytes of the unit's text, or put together in the arena */
	bool folded;       /* the latter */
};

int constant_read(struct constant *out, struct arena *arena, const struct unit *unit, uint32_t t,
		  struct err *err) __attribute__((warn_unused_result));

/* Whether a leaf is a number, or true, false and the like. */
bool constant_is_literal(struct slice leaf);

#endif
