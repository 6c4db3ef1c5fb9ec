/*
 * number.h - numbers as programming languages write them
 */
#ifndef SLUICE_MATCH_NUMBER_H
#define SLUICE_MATCH_NUMBER_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * Reads all of s: 1024, 1_000, -5, 0x1f, 0o755, 0755, 0b101, 2.5, 1e3, with C's
 * and Java's suffixes (10L, 0xffu). base 2 to 36 reads digits of that base (its own
 * prefix is allowed); 0 goes by the prefix. False if s is no number.
 */
bool number_read(struct slice s, unsigned base, double *value, bool *integer);

#endif
