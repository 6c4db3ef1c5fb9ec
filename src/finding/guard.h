/*
 * guard.h - did the change take a protection away?
 */
#ifndef SLUICE_FINDING_GUARD_H
#define SLUICE_FINDING_GUARD_H

#include "change/change.h"
#include "finding/fingerprint.h"
#include "match/match.h"
#include "rule/language.h"

/* A removed match of an `on: removed` rule. */
struct guard {
	const struct change *change;
	enum language lang; /* of the old side */
	const struct match *match;
	struct line_range lines; /* reported, of the old text */
	uint32_t first;          /* line that makes it up */
	uint32_t line;           /* the first of these that is removed; none: first */
	struct hunk hunk;        /* that removes it; all zero: none */
};

void guard_init(struct guard *guard, const struct change *change, enum language lang,
		const struct match *match);

/*
 * False when the hunk itself shows that nothing is lost: the guard stands in
 * its new lines (one of the matches in `guards`), or what it guarded went
 * with it. What the rest of the comparison knows comes later: guard_place().
 */
bool guard_is_lost(const struct guard *guard, const struct match_list *guards);

/* Whether a match of the new text stands in the new lines of the guard's hunk. */
bool guard_in_hunk(const struct guard *guard, const struct match *match);

/* Whether the hunk only deletes, and takes along the block at or below line `first` that the guard stood in.
 */
bool guard_block_went(const struct guard *guard, uint32_t first);

/* The text line of the new side that stands where the guard stood (lines + 1: the end). */
uint32_t guard_new_line(const struct guard *guard);

/*
 * A hash of the reported lines and the line after them, blank ones not counted; 0
 * unless all these lines are in `changed`. An equal one on the other side: the
 * guard moved together with what it guards.
 */
uint64_t guard_place(const struct text *text, const struct line_set *changed, const struct match *match,
		     struct line_key key);

#endif
