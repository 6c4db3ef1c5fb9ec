#include "review/unread.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/limits.h"
#include "review/tally.h"

static int
name_one(struct review *review, const struct unread *unread, struct err *err)
{
	const struct change change = {.entry = {.new_path = unread->path}, .commit = unread->commit};

	/* A step that is neither a file nor a commit: the net result of a ref, the message of a tag. */
	if (unread->path.len == 0 && object_id_is_none(&unread->commit))
		return tally_skipped(review, NULL, slice_str("not reviewed: a net result or a tag"), true,
				     err);
	return tally_skipped(review, &change, slice_str("not reviewed"), true, err);
}

int
unread_list(struct review *review, struct source *source, const struct change *current, struct slice reason,
	    struct err *err)
{
	uint64_t named = 0, files = 0, others = 0;
	struct unread unread;
	char more[96];

	if (tally_skipped(review, NULL, reason, true, err) < 0)
		return -1;
	if (current && tally_skipped(review, current, slice_str("not reviewed to its end"), true, err) < 0)
		return -1;
	while (source_unread(source, &unread)) {
		if (named++ >= LIMIT_UNREAD)
			*(unread.path.len > 0 ? &files : &others) += 1;
		else if (name_one(review, &unread, err) < 0)
			return -1;
	}
	if (files + others == 0)
		return 0;
	snprintf(more, sizeof(more),
		 "and %" PRIu64 " more files, %" PRIu64 " more commits or tags: not reviewed", files, others);
	return tally_skipped(review, NULL, slice_str(more), true, err);
}
