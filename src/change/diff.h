/*
 * diff.h - the lines in which two texts differ
 *
 * Lines are compared as bytes, with their line ends. The algorithm is
 * libgit2's xdiff on what is left after the common head and tail are cut off;
 * attributes, textconv, external drivers and the repository's configuration
 * have no say here.
 */
#ifndef SLUICE_CHANGE_DIFF_H
#define SLUICE_CHANGE_DIFF_H

#include "change/change.h"

/* Hunks without context, in ascending order; they live in the arena. */
int diff_texts(struct hunk **hunks, size_t *n, struct arena *arena, const struct text *old_text,
	       const struct text *new_text, struct err *err) __attribute__((warn_unused_result));

/* The new (old) side's lines of the hunks as a set; it lives in the arena. */
int diff_added(struct line_set *out, struct arena *arena, const struct hunk *hunks, size_t n, struct err *err)
	__attribute__((warn_unused_result));
int diff_removed(struct line_set *out, struct arena *arena, const struct hunk *hunks, size_t n,
		 struct err *err) __attribute__((warn_unused_result));

#endif
