/*
 * names.h - the names that a comparison gives to files
 *
 * They are judged like a text of their own, all of one comparison at once, and
 * what is found in one is reported at the first line of that file.
 */
#ifndef SLUICE_REVIEW_NAMES_H
#define SLUICE_REVIEW_NAMES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "change/change.h"

struct names {
	struct buf lines;    /* a name each, an LF in it as a space */
	struct slice *paths; /* of each line; in the arena */
	size_t n, cap;
	struct change origin; /* whatever their changes have in common */
	struct arena arena;
};

void names_init(struct names *names);
void names_release(struct names *names);
void names_clear(struct names *names);

/* Takes in the name of a file that is new under it. */
int names_note(struct names *names, const struct change *change, struct err *err)
	__attribute__((warn_unused_result));

/* A change that adds line `line` of the names; 0: all of them. Lives until names_clear(). */
int names_change(struct change *out, struct names *names, uint32_t line, struct err *err)
	__attribute__((warn_unused_result));

#endif
