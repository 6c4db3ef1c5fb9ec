/*
 * trace.h - the way of taint from its source to the sink, in a finding
 *
 * The last step of a trace is the sink, which is the match itself.
 */
#ifndef SLUICE_FINDING_TRACE_H
#define SLUICE_FINDING_TRACE_H

#include "base/arena.h"
#include "base/err.h"
#include "finding/finding.h"
#include "match/match.h"

/* Fills trace and ntrace from a match in the text; the steps borrow out->path. */
int trace_fill(struct finding *out, struct arena *arena, const struct text *text, const struct match *match,
	       struct err *err) __attribute__((warn_unused_result));

/* Copies the steps of another finding; out->path is out's own. */
int trace_copy(struct finding *out, struct arena *arena, const struct finding *finding, struct err *err)
	__attribute__((warn_unused_result));

#endif
