/*
 * progress.h - how far a long review is, on a terminal
 *
 *	Reviewing commits:  42% (4200/10000), 3 findings
 *
 * in one line of standard error, as git's own programs show it: from the
 * second second on, ten times a second at most, gone when the report comes.
 */
#ifndef SLUICE_CLI_PROGRESS_H
#define SLUICE_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "review/review.h"

struct progress {
	bool on;       /* standard error is a terminal, and nobody asked for quiet */
	bool shown;    /* the line is there */
	uint64_t next; /* of deadline_clock(): not before */
};

struct progress progress_start(bool quiet);

/* review_options.progress; ctx is the progress. */
void progress_show(void *ctx, const struct source_scope *scope, size_t nfindings);

/* Takes the line away. */
void progress_end(struct progress *progress);

#endif
