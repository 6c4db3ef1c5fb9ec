/*
 * output.h - a file that is written whole or not at all
 *
 *	output_open()     at the start of a run: a temporary file beside the path,
 *	                  so that what cannot be written is known before the work
 *	output_commit()   at its end: all bytes, then rename(2)
 *	output_abort()    instead: nothing is left
 *
 * What is there and no regular file (a device, a pipe, a symbolic link) stays
 * and is written to. A signal that ends the run takes the temporary file with
 * it (temporary.h). Nothing is synced to disk: whole or absent holds for faults
 * of a run, not for a machine that loses power.
 */
#ifndef SLUICE_BASE_OUTPUT_H
#define SLUICE_BASE_OUTPUT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/slice.h"

/* All zero: closed. */
struct output {
	const char *path; /* borrowed */
	char *temporary;  /* NULL: the file itself is open */
	unsigned mode;
	int fd;
	bool open;
};

/* mode as for open(2). */
int output_open(struct output *out, const char *path, unsigned mode, struct err *err)
	__attribute__((warn_unused_result));

/* Closes it in any case. */
int output_commit(struct output *out, struct slice bytes, struct err *err)
	__attribute__((warn_unused_result));

/* Of a closed one: nothing. */
void output_abort(struct output *out);

/* All of it at once. */
int file_replace(const char *path, struct slice bytes, unsigned mode, struct err *err)
	__attribute__((warn_unused_result));

#endif
