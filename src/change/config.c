/*
 * config.c - git's configuration, in git's order, kept for the run
 */
#include <stdlib.h>

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
		return config_read_files(NULL, visit, ctx, err);
	struct config_cache *cache = &repo->config;
	if (!cache->loaded) {
		if (repo->backend->config(repo, remember, cache, err) < 0) {
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
