/*
 * open.c - the repository under review, and the backend that reads it
 */
#include <git2.h>
#include <stdlib.h>

#include "change/git.h"

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

/* Whether libgit2, and whether git may be asked: SLUICE_BACKEND is a name, "auto" or not set. */
static int
choose(bool *libgit2, bool *git, struct err *err)
{
	const char *name = getenv("SLUICE_BACKEND");
	struct shown shown;
	bool any = !name || !*name || strcmp(name, "auto") == 0;

	*libgit2 = any || strcmp(name, backend_libgit2.name) == 0;
	*git = any || strcmp(name, backend_git.name) == 0;
	if (*libgit2 || *git)
		return 0;
	return err_set(err, ERR_CONFIG,
		       "SLUICE_BACKEND: unknown backend '%s'; there are auto, libgit2 and git",
		       show_str(&shown, name));
}

static void
forget_places(struct repository *repo)
{
	free(repo->git_dir);
	free(repo->common_dir);
	free(repo->work_tree);
	repo->git_dir = repo->common_dir = repo->work_tree = NULL;
}

static int
open_git(struct repository *repo, struct err *err)
{
	repo->backend = &backend_git;
	if (!repo->git && git_new(&repo->git, err) < 0)
		return -1;
	return repo->backend->open(repo, err) == 1 ? 0 : -1;
}

static int
open_backend(struct repository *repo, struct err *err)
{
	struct err why = ERR_INIT;
	bool libgit2;

	if (choose(&libgit2, &repo->may_ask_git, err) < 0)
		return -1;
	if (!libgit2)
		return open_git(repo, err);
	repo->backend = &backend_libgit2;
	int rc = repo->backend->open(repo, &why);
	if (rc < 0)
		return err_set(err, why.code, "%s", why.msg);
	if (rc == 1)
		return 0;
	repo->backend->close(repo);
	forget_places(repo);
	if (git_instead(repo, &why, err) < 0)
		return -1;
	struct err own = ERR_INIT;
	if (open_git(repo, &own) == 0)
		return 0;
	/* libgit2 found one: what git does not find is no reason to go on without. */
	return err_set(err, own.code == ERR_ABSENT ? ERR_GIT : own.code, "%s", own.msg);
}

static int
open_repository(struct repository *repo, struct err *err)
{
	if (open_backend(repo, err) < 0 || find_index(repo, err) < 0)
		return -1;
	return repo->git ? git_use_places(repo->git, repo->git_dir, repo->index_path, err) : 0;
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
	if (open_repository(repo, err) < 0) {
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
	git_free(repo->git);
	config_cache_release(&repo->config);
	forget_places(repo);
	free(repo->index_path);
	free(repo->note);
	free(repo);
	git_libgit2_shutdown();
}

const char *
repository_backend(const struct repository *repo)
{
	return repo->backend->name;
}

const char *
repository_program(struct repository *repo, bool may)
{
	struct err none = ERR_INIT;

	/* Finding it on PATH starts nothing. */
	if (!repo->git && may && repo->may_ask_git && git_new(&repo->git, &none) < 0)
		return NULL;
	return repo->git && (may || repo->note || repo->backend == &backend_git) ? repo->git->program : NULL;
}

const char *
repository_note(const struct repository *repo)
{
	return repo->note;
}

void
repository_describe_backends(struct buf *out)
{
	struct err err = ERR_INIT;
	struct git *git;
	struct shown shown;

	buf_addf(out, "libgit2: %s, %s\n", LIBGIT2_VERSION, SLUICE_LINK);
	if (git_new(&git, &err) == 0)
		buf_addf(out, "git: %s\n", show_str(&shown, git->program));
	else
		buf_addf(out, "git: none, so what libgit2 refuses to read is not reviewed (%s)\n", err.msg);
	git_free(git);
}
