/*
 * once.h - one secret is one finding
 *
 * A token under a telling name is found by its own form and by its name. What
 * is known best is told: of secrets of which one lies within the other, the one
 * that blocks, then the more severe, the more certain, the first of the ruleset.
 * A longer one stays beside a surer one within it, since its other bytes are
 * secret, too. What a rule finds where the policy switches it off tells nothing.
 */
#ifndef SLUICE_REVIEW_ONCE_H
#define SLUICE_REVIEW_ONCE_H

#include "match/match.h"
#include "policy/policy.h"

/* Takes what is told by another match out of the list, whose matches are in the file at this path. */
int once_told(struct match_list *list, const struct policy *policy, struct slice path, struct err *err)
	__attribute__((warn_unused_result));

#endif
