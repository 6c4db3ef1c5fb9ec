/*
 * found.h - the matches of one scan until they are sorted and folded
 */
#ifndef SLUICE_MATCH_FOUND_H
#define SLUICE_MATCH_FOUND_H

#include "match/range.h"

struct found {
	size_t rule;     /* place in the ruleset */
	size_t sequence; /* order of finding */
	bool dropped;    /* screen_settle() takes it out */
	bool changed;    /* a touched line is its own: it stands for others of the same bytes */
	struct match match;
};

struct found_list {
	struct found *items;
	size_t n, cap;
};

/* Adds it with the range's bytes and copies of its bindings and trace in the arena. */
int found_add(struct found_list *list, const struct found *found, const struct range *range,
	      struct arena *arena, struct err *err) __attribute__((warn_unused_result));

/* By rule, start and end, the one to be kept of equal ones first. */
void found_sort(struct found_list *list);

/* Appends the sorted ones to out; of equal ones the first that was found,
 * one with a touched line of its own before others, one in the text as it stands before what was decoded.
 * The latter goes also where it overlaps another of its rule. */
int found_deliver(struct found_list *list, struct match_list *out, struct err *err)
	__attribute__((warn_unused_result));

#endif
