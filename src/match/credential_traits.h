/*
 * credential_traits.h - what a value is made of
 *
 * Counted once a value and asked by credential.c and credential_refusal.c.
 */
#ifndef SLUICE_MATCH_CREDENTIAL_TRAITS_H
#define SLUICE_MATCH_CREDENTIAL_TRAITS_H

#include "base/slice.h"

struct traits {
	size_t lower, upper, digits, signs, blanks;
	size_t other;    /* bytes that are no ASCII */
	size_t letters;  /* lower and upper */
	size_t in_words; /* letters that are part of a word */
	size_t distinct;
	size_t run;      /* longest of one byte */
	size_t sequence; /* longest of neighbours: abcd, 4321, qwer */
};

struct traits credential_traits_of(struct slice value);

/* Letters in a row that are chance, not English: "qwjkzmx"; other bytes are passed over. */
bool credential_is_noise(struct slice value);

#endif
