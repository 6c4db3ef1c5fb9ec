/*
 * process.h - a program started without a shell, and its answers
 *
 * Knows nothing of git. What can go wrong with a child, and does not here: it
 * dies and our next write kills us (its input is a socket, written without
 * SIGPIPE); it stays behind as a zombie, or for ever (process_finish() waits,
 * then kills); it says nothing any more (every wait has a limit, LIMIT_GIT_MS or what
 * is left to the deadline); it inherits
 * our descriptors (all are close-on-exec); its complaints fill a pipe that nobody
 * reads (they go to a file in memory).
 */
#ifndef SLUICE_CHANGE_PROCESS_H
#define SLUICE_CHANGE_PROCESS_H

#include <sys/types.h>

#include "base/buf.h"
#include "base/deadline.h"
#include "base/err.h"

struct process {
	pid_t pid;                       /* 0: not running */
	int in;                          /* socket to its standard input; -1: it reads nothing */
	int out;                         /* pipe from its standard output */
	int complaints;                  /* its standard error */
	char *buffer;                    /* of malloc: read, not yet taken */
	size_t from, to;                 /* what of it is left */
	const char *name;                /* for messages; borrowed */
	const struct deadline *deadline; /* NULL: none; nobody waits for it any longer then. Borrowed */
};

/* Starts program with argv and envp (both end in NULL). with_input: process_write() will be used. */
int process_start(struct process *p, const char *program, const char *const *argv, char *const *envp,
		  bool with_input, struct err *err) __attribute__((warn_unused_result));

static inline bool
process_is_running(const struct process *p)
{
	return p->pid != 0;
}

/* Writes everything. 1, 0: it reads no more, -1. */
int process_write(struct process *p, struct slice bytes, struct err *err) __attribute__((warn_unused_result));

/*
 * The next line of its output, without LF, in out (cleared first). A line that
 * does not fit is an error. 1, 0 at the end (half a line is dropped), -1.
 */
int process_read_line(struct process *p, struct buf *out, struct err *err)
	__attribute__((warn_unused_result));

/* Exactly n bytes. 1, 0: there were fewer, -1. */
int process_read(struct process *p, void *out, size_t n, struct err *err) __attribute__((warn_unused_result));

/* The rest of its output, appended. */
int process_read_all(struct process *p, struct buf *out, struct err *err) __attribute__((warn_unused_result));

/* Appends what it wrote to standard error, from an offset on, 64 KB at most. */
void process_complaints(struct buf *out, const struct process *p, size_t from);
size_t process_complaints_size(const struct process *p);

/*
 * Ends it: by the end of its input and a moment of patience, at most until the deadline, or at once.
 * Returns its exit status, or 255 for one that ended in another way. The
 * complaints are gone then. Legal on a zeroed process.
 */
int process_finish(struct process *p);
void process_kill(struct process *p);

#endif
