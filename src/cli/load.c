/*
 * load.c - the ruleset of a run
 */
#include <stdlib.h>

#include "cli/cli.h"
#include "match/match.h"
#include "rule/embed.h"
#include "syntax/syntax.h"

/* Names as git prints them. */
#define RULES_VARIABLE   "sluice.rules"
#define SHIPPED_VARIABLE "sluice.shippedrules"

struct config_rules {
	const char *paths[MAX_RULE_PATHS];
	size_t n;
	struct arena arena;
};

static int
visit_shipped(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	bool *shipped = ctx;

	(void)origin;
	(void)err;
	if (strcmp(name, SHIPPED_VARIABLE) == 0)
		*shipped = !slice_eq_nocase(slice_str(value), "false");
	return 0;
}

/* Like git's multi-valued variables: an empty value forgets the earlier ones. */
static int
visit_rules(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	struct config_rules *config = ctx;

	(void)origin;
	if (strcmp(name, RULES_VARIABLE) != 0)
		return 0;
	if (*value == '\0') {
		config->n = 0;
		return 0;
	}
	if (config->n == MAX_RULE_PATHS)
		return err_set(err, ERR_CONFIG, "sluice.rules: more than %d paths", MAX_RULE_PATHS);
	config->paths[config->n] = arena_strndup(&config->arena, value, strlen(value));
	return config->paths[config->n++] ? 0 : err_oom(err);
}

static int
load_configured(struct ruleset *set, struct repository *repo, struct err *err)
{
	struct config_rules config = {.arena = ARENA_INIT};
	int rc = repository_config(repo, visit_rules, &config, err);

	for (size_t i = 0; rc == 0 && i < config.n; i++) {
		struct buf path = BUF_INIT(1u << 16);
		repository_config_path(&path, repo, config.paths[i]);
		rc = buf_ok(&path) ? ruleset_load(set, path.ptr, err) : err_oom(err);
		buf_release(&path);
	}
	arena_release(&config.arena);
	return rc;
}

static bool
is_shipped(const struct rule *rule)
{
	return rule >= shipped_rules && rule < shipped_rules + shipped_nrules;
}

/* Shipped rules were checked when they were built in. */
static int
check_loaded(const struct ruleset *set, struct err *err)
{
	for (size_t i = 0; i < set->n; i++) {
		if (!is_shipped(set->rules[i]) && matcher_check_rule(set->rules[i], err) < 0)
			return -1;
	}
	return 0;
}

int
load_rules(struct ruleset *set, const struct options *options, struct repository *repo, struct err *err)
{

	bool shipped = true;

	ruleset_init(set);
	set->syntax = syntax_available();
	if (!options->only_rules && repository_config(repo, visit_shipped, &shipped, err) < 0)
		return -1;
	if (!options->only_rules && shipped && ruleset_add_shipped(set, err) < 0)
		return -1;
	if (!options->only_rules && load_configured(set, repo, err) < 0)
		return -1;
	for (size_t i = 0; i < options->nrules; i++)
		if (ruleset_load(set, options->rules[i], err) < 0)
			return -1;
	return check_loaded(set, err);
}
