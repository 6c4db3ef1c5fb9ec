/*
 * load.c - the ruleset of a run
 */
#include <stdlib.h>

#include "cli/cli.h"
#include "match/match.h"
#include "rule/embed.h"

/* Names as git prints them. */
#define RULES_VARIABLE   "sluice.rules"
#define SHIPPED_VARIABLE "sluice.shippedrules"

struct config_rules {
	struct ruleset *set;
	struct repository *repo;
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

/* A relative path in git's configuration starts at the top of the working tree, or of a bare repository. */
static int
load_configured(struct ruleset *set, struct repository *repo, const char *value, struct err *err)
{
	struct buf path = BUF_INIT(1u << 16);

	if (value[0] != '/' && repo) {
		const char *top = repository_work_tree(repo);
		buf_add_str(&path, top ? top : repository_git_dir(repo));
	}
	buf_add_str(&path, value);
	int rc = buf_ok(&path) ? ruleset_load(set, path.ptr, err) : err_oom(err);
	buf_release(&path);
	return rc;
}

static int
visit_variable(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	struct config_rules *config = ctx;

	(void)origin;
	if (strcmp(name, RULES_VARIABLE) != 0)
		return 0;
	return load_configured(config->set, config->repo, value, err);
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
	struct config_rules config = {set, repo};

	bool shipped = true;

	ruleset_init(set);
	if (!options->only_rules && repository_config(repo, visit_shipped, &shipped, err) < 0)
		return -1;
	if (!options->only_rules && shipped && ruleset_add_shipped(set, err) < 0)
		return -1;
	if (!options->only_rules && repository_config(repo, visit_variable, &config, err) < 0)
		return -1;
	for (size_t i = 0; i < options->nrules; i++)
		if (ruleset_load(set, options->rules[i], err) < 0)
			return -1;
	return check_loaded(set, err);
}
