/*
 * information.h - whether a text looks chosen at random, as a key or a password is
 *
 * As Semgrep's analyzer `entropy` does, a text is asked how many bits it would
 * take to write down for someone who expects English: "password" takes 25,
 * "xkqzvwjp" more than 60, and a digit or a sign, of which English says nothing, as much as one
 * of 62 equally likely ones. It looks random when it takes more than
 * INFORMATION_BITS, and more than INFORMATION_DENSITY a byte.
 *
 * Shannon's entropy (entropy_of() in condition.h) counts the text's own bytes
 * instead; twelve digits have little of that, but are an account's number all the same.
 */
#ifndef SLUICE_MATCH_INFORMATION_H
#define SLUICE_MATCH_INFORMATION_H

#include <stdbool.h>

#include "base/slice.h"

#define INFORMATION_BITS    64.0
#define INFORMATION_DENSITY 4.8

/* Bits; one byte repeated has 1, however often. */
double information_of(struct slice s);

/* Bits a letter of two letters or more; English words cost 3 to 5, letters at random about 7. */
double information_of_word(struct slice letters);

bool information_is_high(struct slice s);

#endif
