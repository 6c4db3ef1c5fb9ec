/*
 * expansion.h - the texts of a changed archive, one change each
 *
 *	lib.jar (binary)	lib.jar!conf/a.properties	added
 *				lib.jar!conf/b.properties	modified: the old lib.jar had it, too
 *				lib.jar				skipped: "an archive: ..."
 *
 * An entry that the old archive has with the same bytes is unchanged; its checksum is whatever the author
 * of the archive wrote.
 */
#ifndef SLUICE_CHANGE_EXPANSION_H
#define SLUICE_CHANGE_EXPANSION_H

#include "change/archive.h"
#include "change/change.h"

struct expansion {
	bool active;
	struct archive old, now;
	struct entry entry; /* the archive's own */
	size_t at, ntexts;
	size_t room, old_room; /* bytes that may still be unpacked of each */
	bool bound;            /* a limit was met */
	bool damaged;          /* something could not be read */
};

/* Both sides' bytes outlive the expansion. 1: active, 0: the new side is no archive, -1. */
int expansion_begin(struct expansion *x, const struct entry *entry, struct slice old, struct slice now,
		    struct err *err) __attribute__((warn_unused_result));

/*
 * Fills entry, texts, hunks and line sets of the next change; at the end the archive's own, with what to
 * say of it in skipped, and then it is no longer active. 1 or -1.
 */
int expansion_next(struct expansion *x, struct arena *arena, struct change *change, struct err *err)
	__attribute__((warn_unused_result));

void expansion_end(struct expansion *x);

#endif
