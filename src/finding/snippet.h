/*
 * snippet.h - a match becomes a finding that can be shown
 *
 * Position, masked message and fix, and the lines around it. Everything is
 * copied into an arena; no byte of a secret is.
 */
#ifndef SLUICE_FINDING_SNIPPET_H
#define SLUICE_FINDING_SNIPPET_H

#include "base/arena.h"
#include "base/err.h"
#include "finding/finding.h"
#include "finding/fingerprint.h"
#include "finding/mask.h"
#include "finding/vault.h"

#define SNIPPET_AROUND 2u /* lines of context before and after the reported ones */

/* What the findings of one change share. */
struct capture {
	const struct change *change;
	const struct match_list *added; /* in its new text */
	struct matcher *matcher;
	struct mask mask;
	struct vault vault; /* of all changes so far */
	struct fingerprint_side old_side, new_side;
	struct slice key; /* of fingerprints of secrets; borrowed; empty: none */
};

/* The matcher is borrowed for good, a change until capture_end(). */
void capture_init(struct capture *capture, struct matcher *matcher);
void capture_release(struct capture *capture);
void capture_begin(struct capture *capture, const struct change *change, const struct match_list *added);
void capture_end(struct capture *capture);

/*
 * Fills all of *out but class, state, verdict, old_line of touched and moved findings, and removed_in
 * from a match in the new text.
 */
int capture_added(struct finding *out, struct arena *arena, struct capture *capture,
		  const struct match *match, struct err *err) __attribute__((warn_unused_result));

/*
 * The same for a match in the old text that the change removes; new_line is
 * the text line of the new side that stands there now (lines + 1: the end).
 */
int capture_removed(struct finding *out, struct arena *arena, struct capture *capture,
		    const struct match *match, uint32_t new_line, struct err *err)
	__attribute__((warn_unused_result));

/* Copies a finding with all its strings into another arena. */
int finding_copy(struct finding *out, struct arena *arena, const struct finding *finding, struct err *err)
	__attribute__((warn_unused_result));

#endif
