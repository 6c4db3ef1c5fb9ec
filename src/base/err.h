/*
 * err.h - what went wrong, in one sentence that says what to do
 *
 * A struct err lives on the caller's stack and is passed last. The first
 * failure wins: later ones, met while unwinding, do not overwrite it.
 */
#ifndef SLUICE_BASE_ERR_H
#define SLUICE_BASE_ERR_H

#include <stdbool.h>

enum err_code {
	ERR_NONE = 0,
	ERR_MEMORY,
	ERR_IO,     /* a file or stream could not be read or written */
	ERR_GIT,    /* the repository or an object could not be read */
	ERR_ABSENT, /* there is no repository */
	ERR_RULE,   /* a rule file is malformed */
	ERR_CONFIG, /* configuration, baseline or suppression is malformed */
	ERR_LIMIT,  /* a limit of base/limits.h was exceeded */
	ERR_INPUT,  /* a patch or a push line is malformed */
	ERR_USAGE,  /* the command line; exit status 129 */
};

struct err {
	enum err_code code;
	char msg[1024]; /* printable, without final newline */
};

#define ERR_INIT                                                                                             \
	{                                                                                                    \
		ERR_NONE, ""                                                                                 \
	}

/* Records the failure unless one is there already. Always returns -1. */
int err_set(struct err *err, enum err_code code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* "out of memory"; returns -1. */
int err_oom(struct err *err);

static inline bool
err_is_set(const struct err *err)
{
	return err->code != ERR_NONE;
}

#endif
