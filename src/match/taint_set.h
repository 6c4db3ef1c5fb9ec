/*
 * taint_set.h - what a value is tainted with
 *
 * Sets are immutable and shared: most operations hand on one they were given. NULL
 * is the clean value. All memory is an arena's.
 */
#ifndef SLUICE_MATCH_TAINT_SET_H
#define SLUICE_MATCH_TAINT_SET_H

#include "base/limits.h"
#include "change/text.h"
#include "match/range.h"

/* The way of some taint, from its end back to its source. */
struct taint_step {
	const struct taint_step *before;
	uint32_t start, end; /* bytes of the text */
	uint32_t n;          /* steps up to here */
	bool touched;        /* one of them is on touched lines */
};

/* Origins: any source, one source of several that are told apart, a parameter of the function. */
#define ORIGIN_SOURCE               0u
#define ORIGIN_PARAMETER(i)         (0x80000000u | (i))
#define ORIGIN_IS_PARAMETER(origin) (((origin)&0x80000000u) != 0)
#define ORIGIN_INDEX(origin)        ((origin)&0x7fffffffu)

struct taint_item {
	uint32_t origin;
	uint8_t label; /* see rule/requires.h */
	const struct taint_step *trace;
	const struct range *source; /* what it bound; NULL for a parameter */
};

struct taint_set {
	uint32_t n;
	struct taint_item items[]; /* by origin, label and whether its way is touched; touched ones first */
};

/* Where sets are made. */
struct taint_sets {
	struct arena *arena;
	const struct text *lines;       /* of the text, if `touched` is given */
	const struct line_set *touched; /* ways through them are told apart from others; NULL: none are */
	bool failed;                    /* memory ran out */
	bool full;                      /* LIMIT_TAINT_ITEMS was met: something is missing */
};

const struct taint_set *taint_one(struct taint_sets *sets, const struct taint_item *item);

/* a itself when b has nothing new; of an item in both, that of a. */
const struct taint_set *taint_union(struct taint_sets *sets, const struct taint_set *a,
				    const struct taint_set *b);

/* The same set a step further on. */
const struct taint_set *taint_moved(struct taint_sets *sets, const struct taint_set *set, uint32_t start,
				    uint32_t end);

/* With another label for those in `replaced` (a set of labels). */
const struct taint_set *taint_relabelled(struct taint_sets *sets, const struct taint_set *set, uint8_t label,
					 uint32_t replaced);

/* The labels of what comes from sources. */
uint32_t taint_labels(const struct taint_set *set);

const struct taint_step *taint_step(struct taint_sets *sets, const struct taint_step *before, uint32_t start,
				    uint32_t end);

#endif
