/*
 * makeup.h - what a match of a rule on syntax is made of
 */
#ifndef SLUICE_MATCH_MAKEUP_H
#define SLUICE_MATCH_MAKEUP_H

#include "match/pattern.h"

/* The pieces of a match that took these nodes; they live in the arena. */
int makeup_pieces(struct range *range, const struct unit *unit, const uint32_t *taken, uint32_t ntaken,
		  struct arena *arena, struct err *err) __attribute__((warn_unused_result));

/* Lines and hashes of a range's pieces; empty for one without. */
int makeup_of(struct makeup *out, const struct range *range, const struct unit *unit, const struct text *text,
	      struct arena *arena, struct err *err) __attribute__((warn_unused_result));

#endif
