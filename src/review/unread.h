/*
 * unread.h - what was not reviewed when the time was up
 */
#ifndef SLUICE_REVIEW_UNREAD_H
#define SLUICE_REVIEW_UNREAD_H

#include "review/review.h"

/*
 * Adds to review->incomplete: the reason; the change that was under review
 * (NULL: none was); the files and commits that the source has not handed out, the
 * first LIMIT_UNREAD by name and the others as a number.
 */
int unread_list(struct review *review, struct source *source, const struct change *current,
		struct slice reason, struct err *err) __attribute__((warn_unused_result));

#endif
