/*
 * load.c - the ruleset of a run
 */
#include <stdlib.h>

#include "cli/cli.h"
#include "match/match.h"
#include "policy/policy.h"
#include "rule/shipped.h"
#include "syntax/dialect.h"
#include "syntax/syntax.h"

/* The files that sluice.rules names, in their order. */
static int
load_named(struct ruleset *set, struct repository *repo, const struct policy *policy, struct err *err)
{
	const char *const *values;
	size_t n = policy_rule_paths(policy, &values);
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < n; i++) {
		struct buf path = BUF_INIT(1u << 16);
		repository_config_path(&path, repo, values[i]);
		rc = buf_ok(&path) ? ruleset_load(set, path.ptr, err) : err_oom(err);
		buf_release(&path);
	}
	return rc;
}

/* What git's configuration says about rules; the policy knows how to read it. */
static int
load_configured(struct ruleset *set, struct repository *repo, struct err *err)
{
	struct policy *policy;

	if (policy_new(&policy, err) < 0)
		return -1;
	int rc = repository_config(repo, policy_visit, policy, err);
	if (rc == 0 && policy_shipped_rules(policy))
		rc = ruleset_add_shipped(set, err);
	if (rc == 0)
		rc = load_named(set, repo, policy, err);
	policy_free(policy);
	return rc;
}

static bool
is_shipped(const struct rule *rule)
{
	const struct shipped *shipped = shipped_rules();

	return shipped && rule >= shipped->rules && rule < shipped->rules + shipped->n;
}

int
check_rule(struct rule_checker *checker, const struct rule *rule, struct rule_position *at, const char **why,
	   struct err *err)
{
	struct err defect = ERR_INIT;

	if (matcher_check_text_parts(rule, err) < 0 || rule_checker_common(checker, rule, err) < 0)
		return -1;
	int rc = rule_checker_patterns(checker, rule, at, &defect);
	if (rc < 0 && defect.code != ERR_LIMIT)
		return err_set(err, defect.code, "%s", defect.msg);
	*why = rc == 0 ? "the pattern parses in no language of the rule"
		       : "the pattern is too long or has too many holes";
	return rc > 0;
}

/* gitleaks' regular expressions are of another dialect: one that is none here concerns its rule alone. */
static int
explain(struct ruleset *set, const struct rule *rule, struct rule_position *at, const char **why,
	struct err *err)
{
	struct slice reason = slice_str(err->msg);
	size_t place = slice_find(reason, slice_str(": ")); /* "file:line:column: " */

	reason = slice_sub(reason, place == (size_t)-1 ? 0 : place + 2, reason.len);
	if (arena_dup(&reason, &set->arena, reason) < 0)
		return -1;
	*at = rule->at;
	*why = reason.ptr;
	*err = (struct err)ERR_INIT;
	return 0;
}

/* Shipped rules were checked when they were built in. */
int
check_loaded_rules(struct ruleset *set, struct err *err)
{
	struct rule_checker *checker;
	struct rule_position at;
	const char *why;
	int rc = rule_checker_new(&checker, err);

	for (size_t i = 0; rc >= 0 && i < set->n;) {
		const struct rule *rule = set->rules[i];
		rc = is_shipped(rule) ? 1 : check_rule(checker, rule, &at, &why, err);
		if (rc < 0 && rule->screen && err->code == ERR_RULE)
			rc = explain(set, rule, &at, &why, err);
		if (rc == 0)
			rc = ruleset_drop(set, i, at, why, err);
		else if (rc > 0)
			i++;
	}
	rule_checker_free(checker);
	return rc < 0 ? -1 : 0;
}

int
load_rules(struct ruleset *set, const struct options *options, struct repository *repo, struct err *err)
{
	ruleset_init(set);
	set->syntax = dialect_languages();
	if (!options->only_rules && load_configured(set, repo, err) < 0)
		return -1;
	for (size_t i = 0; i < options->nrules; i++)
		if (ruleset_load(set, options->rules[i], err) < 0)
			return -1;
	if (!syntax_available() && ruleset_drop_syntax(set, err) < 0)
		return -1;
	return check_loaded_rules(set, err);
}
