/*
 * makeup.h - what a match of a rule on syntax is made of
 */
#ifndef SLUICE_MATCH_MAKEUP_H
#define SLUICE_MATCH_MAKEUP_H

#include "match/pattern.h"

/* The pieces of a match that took these nodes; they live in the arena. */
int makeup_pieces(struct range *range, const struct unit *unit, const uint32_t *taken, uint32_t ntaken,
		  struct arena *arena, struct err *err) __attribute__((warn_unused_result));

bool pieces_touch(const struct pieces *pieces, const struct text *text, const struct line_set *lines);

/*
 * Whether a range, or what led to it, is on one of the lines. Of a rule on
 * removed lines only what its patterns name counts.
 */
bool makeup_touches(const struct range *range, const struct text *text, const struct line_set *lines,
		    enum diff_on on);

/* Lines and hashes of a range's pieces; empty for one without. unit NULL: of a generic pattern. */
int makeup_of(struct makeup *out, const struct range *range, const struct unit *unit, const struct text *text,
	      struct arena *arena, struct err *err) __attribute__((warn_unused_result));

#endif
