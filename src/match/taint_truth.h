/*
 * taint_truth.h - conditions that constants decide
 */
#ifndef SLUICE_MATCH_TAINT_TRUTH_H
#define SLUICE_MATCH_TAINT_TRUTH_H

#include "match/unit.h"

/* Whether the condition always holds (1), never does (0), or that cannot be told (-1). */
int taint_truth(const struct unit *unit, uint32_t condition);

#endif
