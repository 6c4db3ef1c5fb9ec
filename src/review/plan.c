#include "review/plan.h"

/* The rule's place in the ruleset; filters are called in its order, so this is one step. */
static size_t
rule_index(struct plan *plan, const struct rule *rule)
{
	const struct ruleset *rules = plan->on_rules->rules;

	for (size_t tried = 0; tried < rules->n; tried++, plan->cursor++) {
		if (plan->cursor >= rules->n)
			plan->cursor = 0;
		if (rules->rules[plan->cursor] == rule)
			break;
	}
	return plan->cursor;
}

bool
plan_is_followed(const struct change *change)
{
	return change->entry.status == ENTRY_RENAMED || change->entry.status == ENTRY_COPIED;
}

static bool
judges(const struct rule *rule, unsigned judged)
{
	return judged & (rule->commits == COMMITS_EVERY ? JUDGE_EVERY : JUDGE_TIP);
}

static bool
is_stranger(const struct plan *plan, const struct rule *rule)
{
	const struct policy *policy = plan->on_rules->policy;
	struct slice old = plan->change->entry.old_path;

	return plan_is_followed(plan->change) &&
	       (!rule_reads(rule, old, plan->old_lang) || !policy_runs(policy, rule, old));
}

/* Secrets that are known by their form alone are so in a name, too. */
static bool
reads_anything(const struct rule *rule)
{
	return rule->area == AREA_SECRETS && rule->languages == LANGUAGE_ANY && !rule->syntax &&
	       !rule->generic.on && rule->ninclude == 0 && rule->observes.len == 0;
}

/* As rule_reads(), which asks the globs of 1,500 rules. */
static bool
reads_file(struct plan *plan, const struct rule *rule)
{
	if (!rule_reads_language(rule, plan->path, plan->lang))
		return false;
	size_t at = ((uintptr_t)rule->include ^ (uintptr_t)rule->exclude) / sizeof(*rule->include);
	struct path_answer *answer = &plan->paths[at % PATHS_KNOWN];
	if (!answer->is_known || answer->include != rule->include || answer->exclude != rule->exclude)
		*answer = (struct path_answer){rule->include, rule->exclude, true,
					       rule_reads_path(rule, plan->path)};
	return answer->reads;
}

static bool
may_parse(struct plan *plan, const struct rule *rule)
{
	bool may = plan->parses || !rule_needs_syntax(rule);

	plan->unparsed |= !may;
	return may;
}

bool
plan_has(void *ctx, const struct rule *rule)
{
	struct plan *plan = ctx;
	const struct change *change = plan->change;

	if (rule->on != plan->on || !judges(rule, change->judged) ||
	    !plan->on_rules->on[rule_index(plan, rule)])
		return false;
	if (policy_rule_is_off(plan->on_rules->policy, rule) ||
	    (change->unpacked && rule->area != AREA_SECRETS))
		return false;
	switch (change->kind) {
	case CHANGE_FILE:
		return !rule->names && reads_file(plan, rule) && may_parse(plan, rule);
	case CHANGE_HEADER:
	case CHANGE_NAME:
		return reads_anything(rule);
	default:
		return rule->messages;
	}
}

bool
plan_runs(void *ctx, const struct rule *rule)
{
	struct plan *plan = ctx;
	const struct change *change = plan->change;

	if (!plan_has(plan, rule) || is_stranger(plan, rule) != plan->strangers)
		return false;
	if (change->kind == CHANGE_HEADER || change->kind == CHANGE_NAME || change->unpacked)
		return true; /* says nothing of the files */
	plan->on_rules->applied[rule_index(plan, rule)] = true;
	plan->read = true;
	return true;
}

struct plan
plan_for(struct rules_on *on_rules, const struct change *change, enum diff_on on, bool strangers)
{
	const struct entry *entry = &change->entry;
	enum language old_lang = LANG_NONE, new_lang = LANG_NONE;

	if (entry->old_mode != MODE_SYMLINK)
		old_lang = language_of_file(entry->old_path, change->old_text.bytes);
	if (entry->new_mode != MODE_SYMLINK)
		new_lang = language_of_file(entry->new_path, change->new_text.bytes);
	struct slice path = on == DIFF_REMOVED ? entry->old_path : entry->new_path;
	return (struct plan){
		.on_rules = on_rules,
		.change = change,
		.path = path,
		.parses = policy_parses(on_rules->policy, path),
		.lang = on == DIFF_REMOVED ? old_lang : new_lang,
		.old_lang = old_lang,
		.on = on,
		.strangers = strangers,
	};
}
