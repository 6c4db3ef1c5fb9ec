#include "base/glob.h"
#include "policy/policy_internal.h"

/* Is the setting about this rule, wherever its findings are? (For a path: about any rule.) */
static bool
concerns(const struct setting *s, const struct rule *rule)
{
	enum severity severity;

	switch (s->kind) {
	case KIND_RULE:
		return slice_eq(s->name, rule->id);
	case KIND_AREA:
		return slice_eq_str(s->name, area_name(rule->area));
	case KIND_SEVERITY:
		return severity_by_name(&severity, s->name) && severity == rule->severity;
	default:
		return true;
	}
}

static bool
covers(const struct setting *s, struct slice path)
{
	if (s->kind == KIND_PATH)
		return glob_match(s->name, path);
	for (size_t i = 0; i < s->npaths; i++)
		if (glob_match(s->paths[i], path))
			return true;
	return s->npaths == 0;
}

/* The strongest setting of a layer for a finding, or NULL. */
static const struct setting *
strongest(const struct layer *layer, const struct rule *rule, struct slice path)
{
	const struct setting *best = NULL;

	for (size_t i = 0; i < layer->n; i++) {
		const struct setting *s = &layer->settings[i];
		if (!s->has_action || (best && s->kind > best->kind) ||
		    (best && s->kind == best->kind && s->order < best->order))
			continue;
		if (concerns(s, rule) && covers(s, path))
			best = s;
	}
	return best;
}

enum action
policy_action(const struct policy *policy, const struct rule *rule, struct slice path)
{
	for (int l = 0; l < LAYERS; l++) {
		const struct setting *s = strongest(&policy->layers[l], rule, path);
		if (s)
			return s->action;
	}
	return rule_blocks(rule) ? ACTION_BLOCK : ACTION_WARN;
}

bool
policy_parses(const struct policy *policy, struct slice path)
{
	for (int l = 0; l < LAYERS; l++) {
		const struct layer *layer = &policy->layers[l];
		const struct setting *best = NULL;
		for (size_t i = 0; i < layer->n; i++) {
			const struct setting *s = &layer->settings[i];
			if (s->has_syntax && (!best || s->syntax_order > best->syntax_order) &&
			    covers(s, path))
				best = s;
		}
		if (best)
			return best->syntax;
	}
	return true;
}

bool
policy_runs(const struct policy *policy, const struct rule *rule, struct slice path)
{
	return policy_action(policy, rule, path) != ACTION_OFF &&
	       (!rule_needs_syntax(rule) || policy_parses(policy, path));
}

static bool
is_conditional(const struct setting *s)
{
	return s->kind == KIND_PATH || s->npaths > 0;
}

/* The strongest setting about a rule that holds for every path, or NULL. */
static const struct setting *
unconditional(const struct layer *layer, const struct rule *rule)
{
	const struct setting *best = NULL;

	for (size_t i = 0; i < layer->n; i++) {
		const struct setting *s = &layer->settings[i];
		if (s->has_action && !is_conditional(s) && concerns(s, rule) &&
		    (!best || s->kind < best->kind || (s->kind == best->kind && s->order > best->order)))
			best = s;
	}
	return best;
}

/* Could a setting for some paths keep the rule on, although `below` holds elsewhere? */
static bool
has_exception(const struct layer *layer, const struct rule *rule, const struct setting *below)
{
	for (size_t i = 0; i < layer->n; i++) {
		const struct setting *s = &layer->settings[i];
		if (s->has_action && is_conditional(s) && s->action != ACTION_OFF && concerns(s, rule) &&
		    (!below || s->kind <= below->kind))
			return true;
	}
	return false;
}

/*
 * Off somewhere and on nowhere: the first layer with a setting for every path
 * decides, unless a setting for some paths that is as strong says otherwise.
 * A path setting of "**" alone is not recognised: the rule runs in vain.
 */
bool
policy_rule_is_off(const struct policy *policy, const struct rule *rule)
{
	for (int l = 0; l < LAYERS; l++) {
		const struct setting *s = unconditional(&policy->layers[l], rule);
		if (has_exception(&policy->layers[l], rule, s))
			return false;
		if (s)
			return s->action == ACTION_OFF;
	}
	return false;
}

bool
policy_fail_on_warn(const struct policy *policy)
{
	const struct layer *upper = &policy->layers[UPPER], *lower = &policy->layers[LOWER];

	return upper->has_fail_on ? upper->fail_on_warn : lower->fail_on_warn;
}

const char *
policy_baseline(const struct policy *policy, enum baseline_kind kind)
{
	const char *upper = policy->layers[UPPER].baselines[kind];
	const char *baseline = upper ? upper : policy->layers[LOWER].baselines[kind];

	return baseline && *baseline ? baseline : NULL;
}

bool
policy_baseline_is_trusted_file(const struct policy *policy, enum baseline_kind kind)
{
	const char *upper = policy->layers[UPPER].baselines[kind];

	return upper && *upper;
}

const char *
policy_skip_log(const struct policy *policy)
{
	return policy->skip_log;
}

const char *
policy_fingerprint_key(const struct policy *policy)
{
	return policy->fingerprint_key;
}

bool
policy_opens_archives(const struct policy *policy)
{
	return !policy->closed_archives;
}

bool
policy_opens_notebooks(const struct policy *policy)
{
	return !policy->closed_notebooks;
}

bool
policy_tolerates_incomplete(const struct policy *policy)
{
	return policy->tolerates_incomplete;
}

double
policy_time_limit(const struct policy *policy)
{
	return policy->time_limit;
}

bool
policy_requires_sandbox(const struct policy *policy)
{
	return policy->requires_sandbox;
}

bool
policy_shipped_rules(const struct policy *policy)
{
	return !policy->no_shipped_rules;
}

size_t
policy_rule_paths(const struct policy *policy, const char *const **out)
{
	*out = policy->rules;
	return policy->nrules;
}
