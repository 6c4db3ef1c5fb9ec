/*
 * prefilter_tables.h - inside src/match: the automaton's arrays
 *
 * prefilter.c makes and walks them; prefilter_print.c prints them as a C file,
 * so that the automaton of the shipped rules is there when the program starts.
 */
#ifndef SLUICE_MATCH_PREFILTER_TABLES_H
#define SLUICE_MATCH_PREFILTER_TABLES_H

#include <stdbool.h>

#include "base/arena.h"
#include "match/prefilter.h"

struct literal_text {
	const char *ptr; /* lower case */
	uint32_t len;
	uint32_t other; /* the next id whose literal ends in the same state, or PREFILTER_NONE */
};

struct prefilter {
	uint16_t *next; /* nstates rows of 1 << shift entries */
	unsigned shift;
	unsigned char class_of[256];
	uint32_t nstates, first_match; /* states from first_match on end a literal */
	uint32_t *literal;             /* per state: an id that ends here, or PREFILTER_NONE */
	uint16_t *fallback; /* per state: the next state in the failure chain that ends a literal, or 0 */
	uint32_t *ids;      /* per literal given */
	size_t nliterals;
	struct literal_text *texts; /* per id */
	size_t nids;
	uint32_t deepest; /* bytes that have states */
	uint32_t longest; /* bytes of any literal */
	bool is_static;   /* the arrays are the program's own */
	struct arena arena;
};

#endif
