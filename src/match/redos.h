/*
 * redos.h - regular expressions that a text can make slow
 */
#ifndef SLUICE_MATCH_REDOS_H
#define SLUICE_MATCH_REDOS_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * Whether a backtracking engine may need exponential time for the expression: a repeated group that can
 * match one text in two ways, because of a repetition in it that nothing parts from the next round ((a+)+)
 * or because of alternatives that begin alike ((a|ab)*). What it cannot read it takes for harmless.
 */
bool regex_is_explosive(struct slice regex);

#endif
