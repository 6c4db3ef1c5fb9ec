/*
 * open.c - the repository under review, and the backend that reads it
 */
#include <git2.h>
#include <stdlib.h>

#include "change/repository_internal.h"

/* git reads a relative GIT_INDEX_FILE from the top of the working tree, wherever the current directory is. */
static int
find_index(struct repository *repo, struct err *err)
{
	const char *named = getenv("GIT_INDEX_FILE");

	repo->index_is_named = named && *named;
	if (repo->index_is_named && (named[0] == '/' || !repo->work_tree))
		repo->index_path = strdup(named);
	else if (repo->index_is_named)
		repo->index_path = joined_name(repo->work_tree, named);
	else if (repo->work_tree)
		repo->index_path = joined_name(repo->git_dir, "index");
	else
		return 0;
	return repo->index_path ? 0 : err_oom(err);
}

static int
open_backend(struct repository *repo, struct err *err)
{
	repo->backend = &backend_libgit2;
	return repo->backend->open(repo, err) == 1 ? 0 : -1;
}

int
repository_open(struct repository **out, bool as_hook, struct err *err)
{
	*out = NULL;
	struct repository *repo = calloc(1, sizeof(*repo));
	if (!repo)
		return err_oom(err);
	repo->as_hook = as_hook;
	if (git_libgit2_init() < 0) {
		free(repo);
		return err_set(err, ERR_GIT, "cannot set up libgit2");
	}
	if (open_backend(repo, err) < 0 || find_index(repo, err) < 0) {
		repository_free(repo);
		return -1;
	}
	*out = repo;
	return 0;
}

void
repository_free(struct repository *repo)
{
	if (!repo)
		return;
	if (repo->backend)
		repo->backend->close(repo);
	config_cache_release(&repo->config);
	free(repo->git_dir);
	free(repo->common_dir);
	free(repo->work_tree);
	free(repo->index_path);
	free(repo);
	git_libgit2_shutdown();
}
