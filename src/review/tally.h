/*
 * tally.h - the eight areas: what ran, what was seen, what was found
 */
#ifndef SLUICE_REVIEW_TALLY_H
#define SLUICE_REVIEW_TALLY_H

#include "change/change.h"
#include "match/match.h"
#include "policy/policy.h"
#include "review/bulk.h"
#include "review/review.h"

/* Sets every area's name; the rest is zero. */
void tally_init(struct review *review);

/* Counts the active rules (on[i] for rules->rules[i]) into their areas. */
void tally_rules(struct review *review, const struct ruleset *rules, const bool *on, const bool *applied);

/* Records what an observing rule saw. */
int tally_observe(struct review *review, const struct change *change, const struct match *match,
		  struct err *err) __attribute__((warn_unused_result));

/* Notes a file or part that was not looked at; strings are copied. */
int tally_skipped(struct review *review, const struct change *change, struct slice reason, bool incomplete,
		  struct err *err) __attribute__((warn_unused_result));

/*
 * Notes what a scan of the text gave up; the review is incomplete unless the rule accuses nobody there
 * anyway, or the text is bulk, where it is left to bulk_report().
 */
int tally_limits(struct review *review, const struct change *change, const struct policy *policy,
		 const struct text *text, const struct match_list *list, struct bulk *bulk, struct err *err)
	__attribute__((warn_unused_result));

/* Notes that a change has more suppression comments than are read. */
int tally_excess(struct review *review, const struct change *change, struct err *err)
	__attribute__((warn_unused_result));

/* Counts findings into areas, sorts them, and settles the verdicts. fatal_warning: one of the warnings
 * blocks. */
void tally_finish(struct review *review, bool fatal_warning);

#endif
