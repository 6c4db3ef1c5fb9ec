/*
 * libgit2.h - what the files of change/ that call libgit2 share
 */
#ifndef SLUICE_CHANGE_LIBGIT2_H
#define SLUICE_CHANGE_LIBGIT2_H

#include <git2.h>

#include "change/repository_internal.h"

/* libgit2's own words about its last failure, escaped. */
const char *show_git_error(struct shown *shown);

/* As err_set() with ERR_GIT and, behind ": ", libgit2's own words. */
int err_git(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The operation open of the backend. */
int libgit2_open(struct repository *repo, struct err *err) __attribute__((warn_unused_result));
void libgit2_close(struct repository *repo);

#endif
