/*
 * config.c - git's configuration, in git's order
 *
 * One git_config per file, so that the order is ours: libgit2 knows neither
 * GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM nor, in 1.5,
 * config.worktree. The environment's part is in config_env.c.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/ascii.h"
#include "change/repository_internal.h"

void
config_canonical_name(char *name)
{
	char *first = strchr(name, '.');
	char *last = strrchr(name, '.');

	for (char *p = name; *p; p++)
		if (!first || p < first || p > last)
			*p = ascii_lower(*p);
}

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
	if (git_config_add_file_ondisk(config, path, GIT_CONFIG_LEVEL_LOCAL, repo ? repo->git : NULL, 0) < 0)
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
	size_t size = strlen(directory) + strlen(name) + 1;
	char *path = malloc(size);

	if (!path)
		return err_oom(err);
	snprintf(path, size, "%s%s", directory, name);
	int rc = visit_file(repo, path, visit, ctx, err);
	free(path);
	return rc;
}

/* A personal file that may not be read is passed over, as git does: servers run with foreign HOMEs. */
static int
visit_personal(const struct repository *repo, const char *home, const char *name, config_visitor visit,
	       void *ctx, struct err *err)
{
	size_t size = strlen(home) + strlen(name) + 1;
	char *path = malloc(size);

	if (!path)
		return err_oom(err);
	snprintf(path, size, "%s%s", home, name);
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

	if (git_repository_config_snapshot(&config, repo->git) < 0)
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

static int
read_all(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
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

void
config_cache_release(struct config_cache *cache)
{
	free(cache->variables);
	arena_release(&cache->arena);
	*cache = (struct config_cache){0};
}

static int
remember(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	struct config_cache *cache = ctx;
	void *variables = cache->variables;
	struct config_variable v = {arena_strndup(&cache->arena, name, strlen(name)),
				    arena_strndup(&cache->arena, value, strlen(value)),
				    arena_strndup(&cache->arena, origin, strlen(origin))};

	if (!v.name || !v.value || !v.origin ||
	    array_reserve(&variables, &cache->cap, cache->n + 1, sizeof(*cache->variables)) < 0)
		return err_oom(err);
	cache->variables = variables;
	cache->variables[cache->n++] = v;
	return 0;
}

int
config_each(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
{
	if (!repo)
		return read_all(NULL, visit, ctx, err);
	struct config_cache *cache = &repo->config;
	if (!cache->loaded) {
		if (read_all(repo, remember, cache, err) < 0) {
			config_cache_release(cache);
			return -1;
		}
		cache->loaded = true;
	}
	for (size_t i = 0; i < cache->n; i++) {
		const struct config_variable *v = &cache->variables[i];
		if (visit(ctx, v->name, v->value, v->origin, err) < 0)
			return -1;
	}
	return 0;
}

int
config_each_protected(config_visitor visit, void *ctx, struct err *err)
{
	return config_each(NULL, visit, ctx, err);
}

struct section_visit {
	config_visitor visit;
	void *ctx;
};

static int
visit_ours(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	const struct section_visit *v = ctx;

	return slice_starts(slice_str(name), "sluice.") ? v->visit(v->ctx, name, value, origin, err) : 0;
}

int
repository_config(struct repository *repo,
		  int (*visit)(void *ctx, const char *name, const char *value, const char *origin,
			       struct err *err),
		  void *ctx, struct err *err)
{
	struct section_visit v = {visit, ctx};

	return config_each(repo, visit_ours, &v, err);
}

struct wanted {
	const char *name;
	const char *value;
	struct arena *arena;
};

static int
visit_wanted(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	struct wanted *w = ctx;

	(void)origin;
	if (strcmp(name, w->name) != 0)
		return 0;
	w->value = arena_strndup(w->arena, value, strlen(value));
	return w->value ? 0 : err_oom(err);
}

int
repository_config_string(const char **out, struct arena *arena, struct repository *repo, const char *name,
			 struct err *err)
{
	char *canonical = arena_strndup(arena, name, strlen(name));
	struct wanted w = {canonical, NULL, arena};

	*out = NULL;
	if (!canonical)
		return err_oom(err);
	config_canonical_name(canonical);
	if (config_each(repo, visit_wanted, &w, err) < 0)
		return -1;
	*out = w.value;
	return 0;
}

void
repository_config_path(struct buf *out, const struct repository *repo, const char *value)
{
	if (value[0] != '/' && repo) {
		const char *top = repository_work_tree(repo);
		buf_add_str(out, top ? top : repository_git_dir(repo));
	}
	buf_add_str(out, value);
}
