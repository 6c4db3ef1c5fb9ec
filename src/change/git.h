/*
 * git.h - git's own programs, asked where libgit2 refuses
 */
#ifndef SLUICE_CHANGE_GIT_H
#define SLUICE_CHANGE_GIT_H

#include "change/repository_internal.h"

/*
 * Makes git ready to answer in libgit2's stead. -1, with libgit2's reason and
 * what to do, where git is not on PATH or SLUICE_BACKEND forbids to ask it.
 */
int git_instead(struct repository *repo, const struct err *why, struct err *err)
	__attribute__((warn_unused_result));

#endif
