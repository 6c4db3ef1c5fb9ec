/*
 * config_files.c - git's configuration, read by libgit2 in git's order
 *
 * One git_config per file, so that the order is ours: libgit2 knows neither
 * GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM nor, in 1.5,
 * config.worktree. The environment's part is in config_env.c.
 */
#include <errno.h>
#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "change/libgit2.h"
#include "change/repository_internal.h"

static int
err_file(struct err *err, const char *path)
{
	struct shown why;

	return err_set(err, ERR_CONFIG, "cannot read the configuration file '%s': %s", path,
		       show_git_error(&why));
}

static int
visit_entries(git_config *config, const char *path, config_visitor visit, void *ctx, struct err *err)
{
	git_config_iterator *it = NULL;
	git_config_entry *entry;
	char origin[1024];
	int rc = git_config_iterator_new(&it, config);

	snprintf(origin, sizeof(origin), "file:%s", path);
	while (rc == 0 && (rc = git_config_next(&entry, it)) == 0)
		if (visit(ctx, entry->name, entry->value ? entry->value : "true", origin, err) < 0) {
			git_config_iterator_free(it);
			return -1;
		}
	git_config_iterator_free(it);
	return rc == GIT_ITEROVER ? 0 : err_file(err, path);
}

/* The variables of one file, included files among them. No such file: nothing. */
static int
visit_file(const struct repository *repo, const char *path, config_visitor visit, void *ctx, struct err *err)
{
	git_config *config = NULL;
	struct shown shown;
	int rc;

	show_str(&shown, path);
	if (access(path, R_OK) < 0 && (errno == ENOENT || errno == ENOTDIR))
		return 0;
	if (git_config_new(&config) < 0)
		return err_oom(err);
	if (git_config_add_file_ondisk(config, path, GIT_CONFIG_LEVEL_LOCAL, repo ? repo->libgit2 : NULL, 0) <
	    0)
		rc = err_file(err, shown.text);
	else
		rc = visit_entries(config, shown.text, visit, ctx, err);
	git_config_free(config);
	return rc;
}

/* visit_file() on "<directory><name>". */
static int
visit_file_in(const struct repository *repo, const char *directory, const char *name, config_visitor visit,
	      void *ctx, struct err *err)
{
	char *path = joined_name(directory, name);

	if (!path)
		return err_oom(err);
	int rc = visit_file(repo, path, visit, ctx, err);
	free(path);
	return rc;
}

/* A personal file that may not be read is passed over, as git does: servers run with foreign HOMEs. */
static int
visit_personal(const struct repository *repo, const char *home, const char *name, config_visitor visit,
	       void *ctx, struct err *err)
{
	char *path = joined_name(home, name);

	if (!path)
		return err_oom(err);
	int rc = access(path, R_OK) == 0 ? visit_file(repo, path, visit, ctx, err) : 0;
	free(path);
	return rc;
}

static int
visit_system(const struct repository *repo, config_visitor visit, void *ctx, struct err *err)
{
	const char *none = getenv("GIT_CONFIG_NOSYSTEM");
	const char *named = getenv("GIT_CONFIG_SYSTEM");
	git_buf path = {NULL, 0, 0};
	int off = 0;

	if (none && *none && git_config_parse_bool(&off, none) < 0)
		return err_set(err, ERR_CONFIG, "GIT_CONFIG_NOSYSTEM is no boolean");
	if (off)
		return 0;
	if (named)
		return visit_file(repo, named, visit, ctx, err);
	int rc = git_config_find_system(&path);
	if (rc == 0)
		rc = visit_file(repo, path.ptr, visit, ctx, err);
	else
		rc = rc == GIT_ENOTFOUND ? 0 : err_git(err, "cannot find the system's configuration");
	git_buf_dispose(&path);
	return rc;
}

static int
visit_global(const struct repository *repo, config_visitor visit, void *ctx, struct err *err)
{
	const char *named = getenv("GIT_CONFIG_GLOBAL");
	const char *home = getenv("HOME");
	const char *xdg = getenv("XDG_CONFIG_HOME");
	int rc = 0;

	if (named)
		return visit_file(repo, named, visit, ctx, err);
	if (xdg && *xdg)
		rc = visit_personal(repo, xdg, "/git/config", visit, ctx, err);
	else if (home)
		rc = visit_personal(repo, home, "/.config/git/config", visit, ctx, err);
	if (rc == 0 && home)
		rc = visit_personal(repo, home, "/.gitconfig", visit, ctx, err);
	return rc;
}

/* config.worktree counts only where extensions.worktreeConfig says so. */
static int
visit_worktree(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
{
	git_config *config = NULL;
	int on = 0;

	if (git_repository_config_snapshot(&config, repo->libgit2) < 0)
		return err_git(err, "cannot read the repository's configuration");
	if (git_config_get_bool(&on, config, "extensions.worktreeconfig") < 0)
		on = 0;
	git_config_free(config);
	return on ? visit_file_in(repo, repo->git_dir, "config.worktree", visit, ctx, err) : 0;
}

static int
visit_repository(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
{
	if (visit_file_in(repo, repo->common_dir, "config", visit, ctx, err) < 0)
		return -1;
	return visit_worktree(repo, visit, ctx, err);
}

int
config_read_files(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
{
	if (git_libgit2_init() < 0)
		return err_set(err, ERR_GIT, "cannot set up libgit2");
	int rc = visit_system(repo, visit, ctx, err);
	if (rc == 0)
		rc = visit_global(repo, visit, ctx, err);
	if (rc == 0 && repo)
		rc = visit_repository(repo, visit, ctx, err);
	if (rc == 0)
		rc = config_each_environment(visit, ctx, err);
	git_libgit2_shutdown();
	return rc;
}
