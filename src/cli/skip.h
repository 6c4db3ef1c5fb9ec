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

#include "base/buf.h"
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

/* What the pusher says behind the first "sluice.skip="; NULL: not asked for. */
const char *skip_reason(void);

/* Adds what is logged of these lines: one each, "<time> <user> <ref> <old>..<new> <reason>" with tabs
 * between. Foreign bytes are escaped. -1 when one of them is no update. */
int skip_entries(struct buf *out, struct slice lines, const char *reason, struct err *err)
	__attribute__((warn_unused_result));

#endif
