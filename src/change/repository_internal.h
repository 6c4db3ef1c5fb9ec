/*
 * repository_internal.h - the open repository as the files of change/ see it
 *
 * Also the one place that turns libgit2's ids and failures into ours.
 */
#ifndef SLUICE_CHANGE_REPOSITORY_INTERNAL_H
#define SLUICE_CHANGE_REPOSITORY_INTERNAL_H

#include <git2.h>

#include "change/repository.h"

struct config_variable {
	const char *name, *value, *origin;
};

/* Every variable of git's configuration, in its order; read once a run. */
struct config_cache {
	struct config_variable *variables; /* of malloc; the strings live in the arena */
	size_t n, cap;
	struct arena arena;
	bool loaded;
};

void config_cache_release(struct config_cache *cache);

struct repository {
	git_repository *git;
	git_odb *odb;
	bool as_hook;        /* git itself started us: its environment speaks of this very operation */
	bool index_is_named; /* index_path comes from GIT_INDEX_FILE */
	char *git_dir;       /* absolute, ends in '/' */
	char *common_dir;    /* absolute, ends in '/' */
	char *work_tree;     /* absolute, ends in '/'; NULL: bare */
	char *index_path;    /* absolute; NULL: bare and not named by GIT_INDEX_FILE */
	struct config_cache config;
};

void object_id_from_git(struct object_id *out, const git_oid *id);
int object_id_to_git(git_oid *out, const struct object_id *id, struct err *err)
	__attribute__((warn_unused_result));

/* Foreign bytes (a ref, a revision, a path) for a message: escaped, cut when long. */
struct shown {
	char text[256];
};
const char *show(struct shown *shown, struct slice s);
const char *show_str(struct shown *shown, const char *s);

/* libgit2's own words about its last failure, escaped. */
const char *show_git_error(struct shown *shown);

/* As err_set() with ERR_GIT and, behind ": ", libgit2's own words. */
int err_git(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Peels a commit, or names the tree itself: the tree of a tree-ish. NULL for "none". */
int repository_tree(git_tree **out, struct repository *repo, const struct object_id *treeish, struct err *err)
	__attribute__((warn_unused_result));

/* realloc'ed copy of a directory's name with one '/' at its end, or NULL. */
char *directory_name(const char *path);

/* Called for each variable; name as `git config --list` prints it. -1 stops. */
typedef int (*config_visitor)(void *ctx, const char *name, const char *value, const char *origin,
			      struct err *err);

/* Every variable of every section, weakest first; see repository_config(). */
int config_each(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
	__attribute__((warn_unused_result));

/* As config_each(), but only what a repository cannot set: system, global, environment. */
int config_each_protected(config_visitor visit, void *ctx, struct err *err)
	__attribute__((warn_unused_result));

/* The variables of GIT_CONFIG_COUNT, then of GIT_CONFIG_PARAMETERS (`git -c`). */
int config_each_environment(config_visitor visit, void *ctx, struct err *err)
	__attribute__((warn_unused_result));

/* Section and last part lower-cased in place, the subsection left alone: as git compares names. */
void config_canonical_name(char *name);

/* True when git's safe.directory trusts this directory. 1, 0, -1. */
int repository_is_trusted_directory(const char *directory, struct err *err)
	__attribute__((warn_unused_result));

#endif
