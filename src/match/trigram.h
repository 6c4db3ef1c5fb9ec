/*
 * trigram.h - whether a word can stand in a text at all
 *
 * A text is remembered by the three-byte pieces that it has, five bits of each byte, so
 * that upper and lower case are the same: 4 KB. A word whose pieces are not all
 * there does not stand in it; one whose pieces are may still not. It is asked for
 * every pattern of every rule that got as far as the text's tree.
 */
#ifndef SLUICE_MATCH_TRIGRAM_H
#define SLUICE_MATCH_TRIGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

struct trigrams {
	uint64_t bits[512];
};

void trigrams_of(struct trigrams *out, struct slice text);

/* False: it stands nowhere, in whatever case. A word of less than three bytes may. */
bool trigrams_may_have(const struct trigrams *trigrams, struct slice word);

#endif
