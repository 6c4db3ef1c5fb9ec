/*
 * history.h - the commits reachable from some tips and from nothing known
 *
 * Worked example, o known, time from left to right:
 *
 *     o---o---o---o main         tips {T}, known {main}
 *          \       \             new: A, B, M, T (oldest first)
 *           A---B---M---T        bases of T: the o below A, and main
 *
 * A walk of our own and not git_revwalk: that one stops at the cut of a
 * shallow clone even where everything behind it is known, fails on a ref
 * that cannot be read, and in libgit2 1.7 needs 34 s for 100,000 refs.
 */
#ifndef SLUICE_CHANGE_HISTORY_H
#define SLUICE_CHANGE_HISTORY_H

#include "change/repository_internal.h"

struct history;

int history_new(struct history **out, struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));
void history_free(struct history *h);

/* A commit whose ancestors may be new. 0, or -1 when it cannot be read. */
int history_add_tip(struct history *h, const struct object_id *commit, struct err *err)
	__attribute__((warn_unused_result));

/* A commit that is known with all its ancestors. What is no commit, or missing, hides nothing. */
int history_add_known(struct history *h, const struct object_id *commit, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Finds the new commits. A commit with a wild date may be taken for new
 * although it is known, never the other way. ERR_LIMIT above LIMIT_COMMITS, unless set otherwise;
 * ERR_GIT when a parent is missing or cut off.
 */
int history_walk(struct history *h, struct err *err) __attribute__((warn_unused_result));

void history_set_limit(struct history *h, uint32_t commits);

/* The new commits, parents before children, by date else. */
size_t history_count(const struct history *h);
void history_commit(const struct history *h, size_t i, struct object_id *out);

bool history_is_new(const struct history *h, const struct object_id *commit);

/*
 * The known parents of the new commits that a tip reaches, the latest first,
 * in the arena. Each of those commits is tagged with owner unless it is
 * tagged already.
 */
int history_bases(struct object_id **out, size_t *n, struct arena *arena, struct history *h,
		  const struct object_id *tip, uint32_t owner, struct err *err)
	__attribute__((warn_unused_result));
uint32_t history_owner(const struct history *h, size_t i);

#endif
