/*
 * range.h - sets of ranges of a text with what they bind
 */
#ifndef SLUICE_MATCH_RANGE_H
#define SLUICE_MATCH_RANGE_H

#include "match/match.h"

/* Bytes of the text. */
struct piece {
	uint32_t start, end;
};

/* What of a range patterns matched, blocks that `...` passed over left out. In no order, may overlap. */
struct pieces {
	const struct piece *items;
	size_t n; /* 0: a regular expression on lines, or the whole window */
};

#define PIECES_MAX 64u /* more become one that covers them */

struct range {
	uint32_t start, end;           /* bytes of the text */
	uint32_t span_start, span_end; /* with everything that led to it */
	const struct binding *bindings;
	size_t nbindings;
	struct pieces own, around;      /* around: what pattern-inside matched */
	bool inside;                    /* of pattern-inside: surrounds matches, is none */
	const struct match_step *trace; /* mode taint, see match.h */
	size_t ntrace;
};

struct range_list {
	struct range *items;
	size_t n, cap;
	bool full; /* LIMIT_RANGES or LIMIT_RANGE_PAIRS was met: some are missing, or not taken out */
};

int range_list_add(struct range_list *list, const struct range *range, struct err *err)
	__attribute__((warn_unused_result));
int range_list_append(struct range_list *list, const struct range_list *more, struct err *err)
	__attribute__((warn_unused_result));

/* All of the range is its own. */
int range_whole(struct range *range, struct arena *arena, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Semgrep's intersection: a range of one list that lies inside (or equals)
 * one of the other stays and takes over its bindings. Equal names must have
 * equal bytes; numbered groups ("$1") never clash, as their authors may not
 * know of them. The binding of `b`, the later operand, is kept.
 */
int range_list_intersect(struct range_list *out, const struct range_list *a, const struct range_list *b,
			 struct arena *arena, struct err *err) __attribute__((warn_unused_result));

/*
 * pattern-not-regex: takes out of list what has any overlap with one of
 * `negative`, which is what Semgrep's manual says (its program asks that one
 * lies inside the other). An empty range overlaps what it stands in or beside.
 */
void range_list_subtract(struct range_list *list, const struct range_list *negative);

/* pattern-not, pattern-not-inside: takes out what lies within one of `negative` and agrees with it. */
void range_list_exclude(struct range_list *list, const struct range_list *negative);

/* Whether the names that both bind have the same values. */
bool range_agrees(const struct range *a, const struct range *b);

/*
 * focus-metavariable: each range becomes the ranges of those names it binds in the text; none: it goes. An
 * empty name parts operators, each of which narrows what the one before it left.
 */
int range_list_focus(struct range_list *list, const struct slice *names, size_t n, struct slice text,
		     struct err *err) __attribute__((warn_unused_result));

/* Adds the bindings that range does not have. */
int range_take_bindings(struct range *range, const struct range *from, struct arena *arena, struct err *err)
	__attribute__((warn_unused_result));

/* The value bound to name; false if there is none. */
bool binding_find(struct slice *value, const struct binding *bindings, size_t n, struct slice name);

#endif
