/*
 * bulk.h - files that are more than rules on syntax can read
 *
 * Nobody writes a text above LIMIT_PARSE_BYTES, or one with a line above LIMIT_WINDOW_BYTES, by
 * hand: it is generated, or it is a library that was copied in. Where a rule on syntax meets a limit in
 * such a text, rules on text have read it all the same, and a finding says what is missing. It warns.
 * In a push it blocks: there the author of a change must not choose, by the size of
 * a file, what is looked at.
 */
#ifndef SLUICE_REVIEW_BULK_H
#define SLUICE_REVIEW_BULK_H

#include "change/change.h"
#include "match/match.h"

/* What rules on syntax gave up in the texts of one change. Starts as all zero. */
struct bulk {
	const struct rule *first;
	const char *reason; /* the first one's; static */
	size_t n;           /* times */
};

bool bulk_is(const struct text *text);

/* True if the limit was met by a rule on syntax, and is noted. */
bool bulk_note(struct bulk *bulk, const struct match_limit *limit);

/* Appends the finding's match, which is of the whole file, if anything was noted. */
int bulk_report(const struct bulk *bulk, struct match_list *matches, const struct change *change, bool push,
		struct err *err) __attribute__((warn_unused_result));

#endif
