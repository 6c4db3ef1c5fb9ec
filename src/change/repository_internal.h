/*
 * repository_internal.h - the open repository as the files of change/ see it
 */
#ifndef SLUICE_CHANGE_REPOSITORY_INTERNAL_H
#define SLUICE_CHANGE_REPOSITORY_INTERNAL_H

#include "change/backend.h"
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

/* libgit2's (git2.h), which two files of change/ know, and git's processes (git.h). */
struct git_repository;
struct git_odb;
struct git;

struct repository {
	const struct backend *backend;
	struct git_repository *libgit2; /* NULL: it refused, or was not to be asked */
	struct git_odb *odb;            /* of libgit2 */
	struct git *git;                /* NULL until git is asked for the first time */
	bool may_ask_git;               /* where libgit2 refuses */
	char *note;                     /* why git was asked after libgit2; NULL: it was not */
	bool as_hook;        /* git itself started us: its environment speaks of this very operation */
	bool index_is_named; /* index_path comes from GIT_INDEX_FILE */
	char *git_dir;       /* absolute, ends in '/' */
	char *common_dir;    /* absolute, ends in '/' */
	char *work_tree;     /* absolute, ends in '/'; NULL: bare */
	char *index_path;    /* absolute; NULL: bare and not named by GIT_INDEX_FILE */
	size_t id_bytes;     /* of an object's id: 20 for SHA-1, 32 for SHA-256 */
	struct config_cache config;
	const struct deadline *deadline;
};

/* Foreign bytes (a ref, a revision, a path) for a message: escaped, cut when long. */
struct shown {
	char text[256];
};
const char *show(struct shown *shown, struct slice s);
const char *show_str(struct shown *shown, const char *s);

/* The id of a tree-ish's tree (none stays none). */
int repository_tree(struct object_id *out, struct repository *repo, const struct object_id *treeish,
		    struct err *err) __attribute__((warn_unused_result));

/* The commit behind an id, through tags; none when it is missing or no commit. */
int repository_peel_to_commit(struct object_id *out, struct repository *repo, const struct object_id *id,
			      struct err *err) __attribute__((warn_unused_result));

/* The parents of a commit, in order, in the arena. */
int repository_parents(struct object_id **out, size_t *n, struct arena *arena, struct repository *repo,
		       const struct object_id *commit, struct err *err) __attribute__((warn_unused_result));

/* malloc'ed copies: a directory's name with one '/' at its end; two parts joined. NULL: no memory. */
char *directory_name(const char *path);
char *joined_name(const char *directory, const char *name);

/* As directory_name() of the real path. */
int real_directory(char **out, const char *path, struct err *err) __attribute__((warn_unused_result));

/* Every variable of every section, weakest first; see repository_config(). */
int config_each(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
	__attribute__((warn_unused_result));

/* The same as libgit2 reads the files, uncached; repo may be NULL. */
int config_read_files(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
	__attribute__((warn_unused_result));

/* The variables of GIT_CONFIG_COUNT, then of GIT_CONFIG_PARAMETERS (`git -c`). */
int config_each_environment(config_visitor visit, void *ctx, struct err *err)
	__attribute__((warn_unused_result));

/* Section and last part lower-cased in place, the subsection left alone: as git compares names. */
void config_canonical_name(char *name);

/* True when git's safe.directory trusts this directory; what a repository sets does not count. 1, 0, -1. */
int repository_is_trusted_directory(const char *directory, struct err *err)
	__attribute__((warn_unused_result));

#endif
