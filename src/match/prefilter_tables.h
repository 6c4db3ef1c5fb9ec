/*
 * prefilter_tables.h - inside src/match: the automaton's arrays
 *
 * prefilter.c makes and walks them; prefilter_layout.c says where its pointers
 * are, so that the automaton of the shipped rules is there when the program starts.
 */
#ifndef SLUICE_MATCH_PREFILTER_TABLES_H
#define SLUICE_MATCH_PREFILTER_TABLES_H

#include <stdbool.h>

#include "base/arena.h"
#include "match/prefilter.h"

struct literal_text {
	struct slice text; /* lower case */
	uint32_t other;    /* the next id whose literal ends in the same state, or PREFILTER_NONE */
};

struct prefilter {
	uint16_t *next;  /* nstates rows of 1 << shift entries */
	size_t nentries; /* of all rows */
	unsigned shift;
	unsigned char class_of[256];
	size_t nstates;
	uint32_t first_match; /* states from it on end a literal */
	uint32_t *literal;    /* per state: an id that ends here, or PREFILTER_NONE */
	uint16_t *fallback;   /* per state: the next state in the failure chain that ends a literal, or 0 */
	uint32_t *ids;        /* per literal given */
	size_t nliterals;
	struct literal_text *texts; /* per id */
	size_t nids;
	uint32_t deepest;    /* bytes that have states */
	uint32_t longest;    /* bytes of any literal */
	struct arena *arena; /* of the texts; NULL: all of this is in an image and not freed */
};

#endif
