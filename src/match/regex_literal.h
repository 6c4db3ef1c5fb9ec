/*
 * regex_literal.h - strings of which every match of a regular expression has one
 */
#ifndef SLUICE_MATCH_REGEX_LITERAL_H
#define SLUICE_MATCH_REGEX_LITERAL_H

#include "base/arena.h"
#include "base/err.h"

#define LITERAL_MAX_BYTES 31u
#define LITERAL_MIN_BYTES 3u   /* shorter ones stand everywhere */
#define LITERAL_SET_MAX   256u /* alternatives */
#define LITERAL_MADE_MAX  64u  /* alternatives made of the pieces of one text */

struct literal {
	unsigned char len;
	char bytes[LITERAL_MAX_BYTES]; /* lower case */
};

struct literal_set {
	struct literal *items;
	size_t n; /* 0: nothing is required */
};

/*
 * out->n is 0 when no such set is found, or when the pattern holds anything
 * that the reader does not know; it never guesses.
 */
int regex_literals(struct literal_set *out, struct arena *arena, struct slice pattern, struct err *err)
	__attribute__((warn_unused_result));

/* How well a set sorts texts out: the more, the better; 0 for an empty set or one with a short literal. */
unsigned literal_set_score(const struct literal_set *set);

/* Adds the items of `more` to set. 0 items result when there would be too many, or either is empty. */
int literal_set_union(struct literal_set *set, const struct literal_set *more, struct arena *arena,
		      struct err *err) __attribute__((warn_unused_result));

/* Takes out what contains another item: finding that one is enough. */
void literal_set_reduce(struct literal_set *set);

#endif
