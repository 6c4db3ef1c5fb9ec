/*
 * repository.h - the repository under review, opened the way git meant it
 *
 * Opening honours git's environment (GIT_DIR, GIT_INDEX_FILE, the quarantine
 * of a push), works round what libgit2 refuses needlessly, and fails with
 * advice where it cannot read what git can. Attributes, replace refs and the
 * working tree are never looked at.
 */
#ifndef SLUICE_CHANGE_REPOSITORY_H
#define SLUICE_CHANGE_REPOSITORY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/deadline.h"
#include "base/err.h"
#include "change/change.h"

struct repository;

/*
 * Once, before anything else: how the process ends when libgit2, which does not
 * bear it, gets no memory. end must not return.
 */
int repository_set_out_of_memory(void (*end)(void), struct err *err) __attribute__((warn_unused_result));

/*
 * Opens the repository that git's environment or the current directory names.
 * as_hook: git itself started us in it and has judged its ownership.
 */
int repository_open(struct repository **out, bool as_hook, struct err *err)
	__attribute__((warn_unused_result));
void repository_free(struct repository *repo);

/*
 * Walks of history stop there with ERR_LIMIT, so does what waits for git, and files are no
 * longer searched for what they were renamed from. Borrowed; NULL: none, as at first.
 */
void repository_set_deadline(struct repository *repo, const struct deadline *deadline);

/* What reads it: "libgit2", "git". Static. */
const char *repository_backend(const struct repository *repo);

/*
 * The git that this run starts or may have to start, or NULL: with the git backend, when
 * git was asked where libgit2 refused, and before the index is read (may), unless
 * there is no git. An absolute path, as long as the repository.
 */
const char *repository_program(struct repository *repo, bool may);

bool repository_is_bare(const struct repository *repo);
const char *repository_git_dir(const struct repository *repo);    /* absolute, ends in '/' */
const char *repository_common_dir(const struct repository *repo); /* of the main repository, ends in '/' */
const char *repository_work_tree(const struct repository *repo);  /* absolute, ends in '/'; NULL if bare */

/* Why git was asked where libgit2 refused; NULL: it was not. */
const char *repository_note(const struct repository *repo);

/* Appends lines "libgit2: <version>" and "git: <path>", for people. */
void repository_describe_backends(struct buf *out);

/*
 * Resolves a revision ("main", "HEAD~2", "v1^{commit}") to a commit.
 * 1: found, 0: HEAD is unborn and that was asked, -1: error.
 */
int repository_commit(struct object_id *out, struct repository *repo, const char *revision, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Reads a file of a commit's tree into out (cleared first), at most max
 * bytes. 1: read, 0: there is no such file, -1: error.
 */
int repository_file(struct buf *out, struct repository *repo, const struct object_id *commit,
		    struct slice path, size_t max, struct err *err) __attribute__((warn_unused_result));

/*
 * Calls visit for every configuration variable "sluice.*" in git's order of
 * precedence, weakest first: system, global, repository, worktree, then
 * GIT_CONFIG_COUNT and `git -c`. name is lower-cased but for the subsection,
 * as `git config --list` prints it; a variable without a value has "true";
 * origin names the source for messages.
 * Stops when visit returns -1. repo may be NULL (a patch outside any
 * repository): then system, global and the environment's.
 */
int repository_config(struct repository *repo,
		      int (*visit)(void *ctx, const char *name, const char *value, const char *origin,
				   struct err *err),
		      void *ctx, struct err *err) __attribute__((warn_unused_result));

struct buf;

/*
 * Appends the path that a configuration value names: a relative one starts at
 * the top of the working tree, or of a bare repository; repo may be NULL.
 */
void repository_config_path(struct buf *out, const struct repository *repo, const char *value);

/* One variable of any section as a string in the arena, or NULL if unset. */
int repository_config_string(const char **out, struct arena *arena, struct repository *repo, const char *name,
			     struct err *err) __attribute__((warn_unused_result));

#endif
