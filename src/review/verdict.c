#include "review/review.h"

const char *
verdict_name(enum verdict verdict)
{
	static const char *const names[] = {"pass", "warn", "block", "incomplete"};

	return names[verdict];
}

bool
review_refuses(const struct review *review)
{
	if (review->verdict == VERDICT_INCOMPLETE)
		return !review->tolerated || review->rest == VERDICT_BLOCK;
	return review->verdict == VERDICT_BLOCK;
}
