/*
 * compare.h - one new state against one or more old ones
 *
 * Worked example. A merge M of P1 and P2: entries are the paths in which M
 * differs from both. For each, the hunks are those of P1..M; a line of M is
 * added when P1..M and P2..M both add it; a line of P1 is removed when P1..M
 * removes it and P2..M removes a line like it. A path, a line or a removal
 * that M has from one parent alone is not M's doing.
 */
#ifndef SLUICE_CHANGE_COMPARE_H
#define SLUICE_CHANGE_COMPARE_H

#include "change/blob.h"
#include "change/entries.h"
#include "change/expansion.h"

struct other_base;

struct comparison {
	struct repository *repo;
	struct arena arena; /* entries; as long as the comparison */
	struct entry_list entries;
	struct other_base *others; /* every base but the first */
	size_t nothers;
	size_t at;                      /* the next entry */
	struct blob old_blob, new_blob; /* of the change handed out last */
	bool opens_archives;            /* set both behind comparison_open() */
	text_filter is_text;            /* may be NULL */
	struct expansion expansion;
};

/*
 * Lists the paths in which the new state (a commit or tree; NULL: the index)
 * differs from all bases. No base: everything is new.
 */
int comparison_open(struct comparison *c, struct repository *repo, const struct object_id *bases,
		    size_t nbases, const struct object_id *new_tree, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Fills entry, texts, hunks, line sets, skipped and incomplete of a change
 * that is zeroed otherwise. It is good until the next call, as long as the
 * arena. 1, 0 at the end, -1.
 */
int comparison_next(struct comparison *c, struct arena *arena, struct change *change, struct err *err)
	__attribute__((warn_unused_result));

/* The path that comparison_next() would come to, passed over; false at the end. */
bool comparison_unread(struct comparison *c, struct slice *path);
void comparison_release(struct comparison *c);

/* Texts, hunks and line sets of a change from the bytes of both sides, which outlive it. 1, 0: skipped, -1.
 */
int change_of_bytes(struct change *change, struct arena *arena, struct slice old_bytes,
		    struct slice new_bytes, struct err *err) __attribute__((warn_unused_result));

/* A change in which every line is new: text and line sets from bytes that outlive it. */
int change_of_new_text(struct change *change, struct arena *arena, struct slice bytes, struct err *err)
	__attribute__((warn_unused_result));

#endif
