/*
 * skip.h - a push that asks not to be reviewed
 *
 *	git push --push-option='sluice.skip=hotfix, reviewed by hand'
 *
 * counts only where the server's configuration names a log, sluice.skipLog: what is let
 * through stands there with the time, the user, the ref, the commits and the
 * reason. Without it, or when the log cannot be written, nothing is let through.
 */
#ifndef SLUICE_CLI_SKIP_H
#define SLUICE_CLI_SKIP_H

#include "base/err.h"
#include "base/slice.h"

struct skip {
	const char *reason; /* of the environment */
	char *log;          /* path of the log; owned */
	int fd;
};

/* 1: the push is let through once skip_finish() has logged it, 0: it is reviewed, -1. */
int skip_begin(struct skip *skip, struct err *err) __attribute__((warn_unused_result));

/* Logs the "<old> <new> <ref>" lines of the push and tells the pusher. Closes the log in any case. */
int skip_finish(struct skip *skip, struct slice lines, struct err *err) __attribute__((warn_unused_result));

#endif
