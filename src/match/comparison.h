/*
 * comparison.h - the expressions of metavariable-comparison
 *
 * Python's, as far as Semgrep reads them: or, and, not; == != < <= > >=, in,
 * not in (a list, or text inside text); | ^ & << >> + - * / // % **, unary + - ~;
 * numbers (decimal, 0x, 0o, 0b, with '_', fractions), strings, True, False,
 * lists, int(x), str(x), re.match("...", x), parentheses and metavariables. As in Semgrep, `/` of
 * two whole numbers is a whole number. Comparisons cannot be chained.
 *
 * A metavariable is a number if its bytes read as one (in program text 0755
 * is octal), else a string, without the quotes it may stand in. Arithmetic or
 * order with anything but numbers has no value, and neither has what is built
 * from it: such a condition does not hold.
 */
#ifndef SLUICE_MATCH_COMPARISON_H
#define SLUICE_MATCH_COMPARISON_H

#include "match/match.h"

struct regex_engine;

struct comparison {
	struct slice text;
	const struct binding *bindings;
	size_t nbindings;
	struct slice metavariable;   /* the one that base and strip speak of; empty: every one */
	unsigned base;               /* digits of that metavariable; 0: as its prefix says */
	bool strip;                  /* its quotes are taken off before it is read as a number */
	struct regex_engine *engine; /* of re.match(); NULL: the expression is only read */
	const char **limit;          /* is set when re.match() was given up, and then holds; may be NULL */
};

/* 1: holds, 0: does not, -1: not an expression (*problem, at byte *offset of the text). */
int comparison_holds(const struct comparison *comparison, const char **problem, size_t *offset);

/* The next metavariable of an expression ("$X"); false when there is none. */
bool comparison_next_name(struct slice *rest, struct slice *name);

#endif
