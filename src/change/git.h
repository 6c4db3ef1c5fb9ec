/*
 * git.h - git's own programs, asked where libgit2 refuses
 *
 * Always the same way: no shell, no alias, no pager, no hook, no fsmonitor, no
 * textconv or external diff, no replaced objects, no lock taken for
 * convenience, no language but C, and no connection: what a partial clone lacks
 * is missing, not fetched. The environment is kept otherwise, as it says where
 * the repository, its index and a push's quarantine are.
 */
#ifndef SLUICE_CHANGE_GIT_H
#define SLUICE_CHANGE_GIT_H

#include "change/plumbing.h"
#include "change/process.h"
#include "change/repository_internal.h"

#define GIT_SEEN 256u

struct git {
	char *program;        /* absolute */
	char **environment;   /* of the processes */
	struct process batch; /* cat-file --batch and --batch-check, once they were needed */
	struct process check;
	const struct deadline *deadline;  /* NULL: none */
	size_t complaints;                /* of batch, read so far, in bytes */
	struct batch_line seen[GIT_SEEN]; /* some of the objects met, by a hash of their ids */
};

/* Finds git on PATH; nothing is run yet. ERR_GIT when it is not there. */
int git_new(struct git **out, struct err *err) __attribute__((warn_unused_result));

/* The repository and the index (or NULL) that are meant: git need not find them again. */
int git_use_places(struct git *git, const char *git_dir, const char *index_path, struct err *err)
	__attribute__((warn_unused_result));
void git_free(struct git *git);

/* For all that is asked from now on; see repository_set_deadline(). */
void git_set_deadline(struct git *git, const struct deadline *deadline);

/*
 * Makes git ready to answer in libgit2's stead. -1, with libgit2's reason and
 * what to do, where git is not on PATH or SLUICE_BACKEND forbids to ask it.
 */
int git_instead(struct repository *repo, const struct err *why, struct err *err)
	__attribute__((warn_unused_result));

/* What a command printed, and how it ended. */
struct git_answer {
	struct buf out;
	int status;
	bool has_complaints;
	struct shown why; /* the last of its complaints, without "fatal: " */
};

/* Runs `git <arguments>` to its end, whatever its exit status. args end in NULL. */
int git_run(struct git_answer *out, struct git *git, const char *const *args, struct err *err)
	__attribute__((warn_unused_result));
void git_answer_release(struct git_answer *answer);

/*
 * Asks `git cat-file --batch`, or with --batch-check, for one object. 1; 0:
 * the process died over it; -1. After BATCH_FOUND of --batch the object's bytes are
 * to be taken by git_batch_bytes().
 */
int git_batch(struct batch_line *out, struct git *git, bool with_bytes, const char *name, struct err *err)
	__attribute__((warn_unused_result));

/* What was said about an object before, or NULL. */
const struct batch_line *git_seen(const struct git *git, const struct object_id *id);

/* malloc'ed, line->size of them. 1, 0: the process died over them, -1. */
int git_batch_bytes(char **out, struct git *git, const struct batch_line *line, struct err *err)
	__attribute__((warn_unused_result));

/* Instead of git_batch_bytes(): they are too many. */
void git_batch_drop(struct git *git);

/* True when the --batch process reported an error since this was asked last. */
bool git_batch_complained(struct git *git);

#endif
