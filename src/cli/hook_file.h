/*
 * hook_file.h - the files that git runs as hooks, and whose they are
 */
#ifndef SLUICE_CLI_HOOK_FILE_H
#define SLUICE_CLI_HOOK_FILE_H

#include "base/buf.h"
#include "base/err.h"
#include "change/repository.h"

/* The second line of a hook of ours. */
#define HOOK_MARKER "# git-sluice hook"

enum hook_id { HOOK_PRE_COMMIT, HOOK_PRE_MERGE_COMMIT, HOOK_PRE_PUSH, HOOK_PRE_RECEIVE, HOOK_COUNT };

extern const char *const hook_names[HOOK_COUNT];

enum hook_owner { HOOK_ABSENT, HOOK_OURS, HOOK_FOREIGN };

/* Whose file this is. */
int hook_owner_of(enum hook_owner *owner, const char *path, struct err *err)
	__attribute__((warn_unused_result));

/* Appends the directory where git looks for hooks; it ends in '/'. */
int hook_directory(struct buf *out, struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));

#endif
