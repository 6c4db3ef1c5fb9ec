/*
 * policy.c - settings, collected per subsection
 *
 * git hands variables out one by one, so `action` and `path` of one subsection
 * meet in one struct setting, whatever their order. A setting without an
 * action says nothing.
 */
#include "policy/policy.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/escape.h"
#include "base/glob.h"
#include "base/limits.h"
#include "policy/assignment.h"
#include "policy/gitconfig.h"
#include "policy/policy_hint.h"
#include "policy/policy_internal.h"

static const char *const kind_names[KIND_COUNT] = {"rule", "path", "area", "severity"};

/* Said of what a committed file would like to set. */
static const char ours[] = "this is for the repository's own configuration to say";

int
policy_new(struct policy **out, struct err *err)
{
	struct policy *policy = calloc(1, sizeof(*policy));

	if (!policy)
		return err_oom(err);
	arena_init(&policy->arena);
	*out = policy;
	return 0;
}

void
policy_free(struct policy *policy)
{
	if (!policy)
		return;
	for (int l = 0; l < LAYERS; l++) {
		for (size_t i = 0; i < policy->layers[l].n; i++)
			free(policy->layers[l].settings[i].paths);
		free(policy->layers[l].settings);
	}
	free(policy->rules);
	arena_release(&policy->arena);
	free(policy);
}

/* --- taking variables in --- */

static int
set_fail_on(const struct assignment *a, struct err *err)
{
	struct layer *layer = &a->policy->layers[a->layer];
	enum action action = ACTION_OFF;

	if (slice_eq_nocase(slice_str(a->value), "off"))
		return assignment_refuse_value(a, "use block or warn", err);
	if (assignment_action(&action, a, err) < 0)
		return -1;
	layer->has_fail_on = true;
	layer->fail_on_warn = action == ACTION_WARN;
	return 0;
}

/* A path inside a tree: relative, and nothing climbs. */
static bool
stays_below(struct slice path)
{
	if (path.len == 0 || path.ptr[0] == '/')
		return false;
	for (struct slice rest = path; rest.len > 0;) {
		size_t end = slice_chr(rest, '/');
		if (slice_eq_str(slice_sub(rest, 0, end), ".."))
			return false;
		rest = slice_sub(rest, end == (size_t)-1 ? rest.len : end + 1, rest.len);
	}
	return true;
}

static int
set_baseline(const struct assignment *a, enum baseline_kind kind, struct err *err)
{
	struct slice value = slice_str(a->value);

	if (a->layer == LOWER && value.len > 0 && !stays_below(value))
		return assignment_refuse_value(a, "use a path below the top of the repository", err);
	const char *copy = arena_strndup(&a->policy->arena, value.ptr, value.len);
	if (!copy)
		return err_oom(err);
	a->policy->layers[a->layer].baselines[kind] = copy;
	return 0;
}

/* An empty value forgets the earlier ones, as git's multi-valued variables do. */
static int
add_rules(const struct assignment *a, struct err *err)
{
	struct policy *policy = a->policy;
	void *rules = policy->rules;

	if (a->layer == LOWER)
		return assignment_refuse(a, "rules come from the repository's own configuration", err);
	if (*a->value == '\0') {
		policy->nrules = 0;
		return 0;
	}
	const char *copy = arena_strndup(&policy->arena, a->value, strlen(a->value));
	if (!copy || array_reserve(&rules, &policy->rules_cap, policy->nrules + 1, sizeof(char *)) < 0)
		return err_oom(err);
	policy->rules = rules;
	policy->rules[policy->nrules++] = copy;
	return 0;
}

/* The severities of rule.h by the lower-case names of configuration. */
bool
severity_by_name(enum severity *out, struct slice name)
{
	for (int s = SEVERITY_INFO; s <= SEVERITY_ERROR; s++) {
		if (slice_eq_nocase(name, severity_name((enum severity)s))) {
			*out = (enum severity)s;
			return true;
		}
	}
	return false;
}

static int
check_subject(const struct assignment *a, enum setting_kind kind, struct slice name, struct err *err)
{
	enum area area;
	enum severity severity;

	if (kind == KIND_AREA && !area_by_name(&area, name)) {
		struct buf known = BUF_INIT(1024);
		buf_add_str(&known, "no such area; there are");
		for (int i = 0; i < AREA_COUNT; i++)
			buf_addf(&known, "%s %s", i ? "," : "", area_name((enum area)i));
		assignment_refuse(a, known.len ? known.ptr : "no such area", err);
		buf_release(&known);
		return -1;
	}
	if (kind == KIND_SEVERITY && !severity_by_name(&severity, name))
		return assignment_refuse(a, "no such severity; there are info, warning, error", err);
	return 0;
}

/* The setting of a subsection, made when it is first mentioned. */
static int
find_setting(struct setting **out, const struct assignment *a, enum setting_kind kind, struct slice name,
	     struct err *err)
{
	struct layer *layer = &a->policy->layers[a->layer];
	void *settings = layer->settings;

	/* From the end: variables of one subsection come one after the other. */
	for (size_t i = layer->n; i-- > 0;) {
		*out = &layer->settings[i];
		if ((*out)->kind == kind && slice_eq((*out)->name, name))
			return 0;
	}
	if (layer->n >= LIMIT_CONFIG_SETTINGS)
		return assignment_refuse(a, "too many sluice.* subsections", err);
	if (array_reserve(&settings, &layer->cap, layer->n + 1, sizeof(*layer->settings)) < 0)
		return err_oom(err);
	layer->settings = settings;
	*out = &layer->settings[layer->n];
	**out = (struct setting){.kind = kind};
	if (arena_dup(&(*out)->name, &a->policy->arena, name) < 0)
		return err_oom(err);
	layer->n++;
	return 0;
}

static int
set_action(const struct assignment *a, struct setting *setting, struct err *err)
{
	if (assignment_action(&setting->action, a, err) < 0)
		return -1;
	setting->has_action = true;
	setting->order = a->policy->layers[a->layer].order++;
	return 0;
}

static int
set_syntax(const struct assignment *a, struct setting *setting, struct err *err)
{
	if (assignment_bool(&setting->syntax, a, err) < 0)
		return -1;
	setting->has_syntax = true;
	setting->syntax_order = a->policy->layers[a->layer].order++;
	return 0;
}

static int
add_path(const struct assignment *a, struct setting *setting, struct err *err)
{
	void *paths = setting->paths;

	if (*a->value == '\0')
		return assignment_refuse_value(a, "use a path or a glob", err);
	if (setting->npaths >= LIMIT_CONFIG_PATHS)
		return assignment_refuse(a, "too many paths", err);
	if (array_reserve(&paths, &setting->cap, setting->npaths + 1, sizeof(*setting->paths)) < 0)
		return err_oom(err);
	setting->paths = paths;
	if (arena_dup(&setting->paths[setting->npaths], &a->policy->arena, slice_str(a->value)) < 0)
		return err_oom(err);
	setting->npaths++;
	return 0;
}

static int
set_shipped_rules(const struct assignment *a, struct err *err)
{
	bool shipped;

	if (a->layer == LOWER)
		return assignment_refuse(a, "rules come from the repository's own configuration", err);
	if (assignment_bool(&shipped, a, err) < 0)
		return -1;
	a->policy->no_shipped_rules = !shipped;
	return 0;
}

static int
set_time_limit(const struct assignment *a, struct err *err)
{
	if (a->layer == LOWER)
		return assignment_refuse(a, ours, err);
	return assignment_seconds(&a->policy->time_limit, a, err);
}

/* sluice.archives, sluice.notebooks */
static int
set_opened(const struct assignment *a, bool *closed, struct err *err)
{
	bool open;

	if (a->layer == LOWER)
		return assignment_refuse(a, ours, err);
	if (assignment_bool(&open, a, err) < 0)
		return -1;
	*closed = !open;
	return 0;
}

static int
set_require_sandbox(const struct assignment *a, struct err *err)
{
	if (a->layer == LOWER)
		return assignment_refuse(a, ours, err);
	return assignment_bool(&a->policy->requires_sandbox, a, err);
}

/* What is pushed does not decide whether it must be reviewed to its end. */
static int
set_on_incomplete(const struct assignment *a, struct err *err)
{
	enum action action = ACTION_OFF;

	if (a->layer == LOWER)
		return assignment_refuse(a, ours, err);
	if (slice_eq_nocase(slice_str(a->value), "off"))
		return assignment_refuse_value(a, "use block or warn", err);
	if (assignment_action(&action, a, err) < 0)
		return -1;
	a->policy->tolerates_incomplete = action == ACTION_WARN;
	return 0;
}

/* Who may let a push through unreviewed is for the server to say; a key in the repository is none. */
static int
set_our_text(const struct assignment *a, const char **out, struct err *err)
{
	if (a->layer == LOWER)
		return assignment_refuse(a, ours, err);
	*out = NULL;
	if (!*a->value)
		return 0;
	*out = arena_strndup(&a->policy->arena, a->value, strlen(a->value));
	return *out ? 0 : err_oom(err);
}

static int
refuse_unknown(const struct assignment *a, struct slice subsection, struct err *err)
{
	struct buf what = BUF_INIT(1024);

	policy_hint(&what, subsection);
	assignment_refuse(a, what.len ? what.ptr : "unknown variable", err);
	buf_release(&what);
	return -1;
}

/* rest is what stands behind "sluice.": <kind>.<name>.<variable>. */
static int
set_in_subsection(const struct assignment *a, struct slice rest, struct err *err)
{
	size_t first = slice_chr(rest, '.'), last = rest.len;
	struct setting *setting = NULL;

	while (last > 0 && rest.ptr[last - 1] != '.')
		last--;
	if (first == (size_t)-1 || first + 2 > last - 1)
		return refuse_unknown(a, rest, err);
	struct slice name = slice_sub(rest, first + 1, last - 1), variable = slice_sub(rest, last, rest.len);
	int kind = 0;
	while (kind < KIND_COUNT && !slice_eq_str(slice_sub(rest, 0, first), kind_names[kind]))
		kind++;
	bool is_action = slice_eq_str(variable, "action");
	bool is_path = slice_eq_str(variable, "path") && kind != KIND_PATH;
	bool is_syntax = slice_eq_str(variable, "syntax") && kind == KIND_PATH;
	if (kind == KIND_COUNT || (!is_action && !is_path && !is_syntax))
		return refuse_unknown(a, rest, err);
	if (check_subject(a, (enum setting_kind)kind, name, err) < 0 ||
	    find_setting(&setting, a, (enum setting_kind)kind, name, err) < 0)
		return -1;
	return is_action   ? set_action(a, setting, err)
	       : is_syntax ? set_syntax(a, setting, err)
			   : add_path(a, setting, err);
}

static int
assign(const struct assignment *a, struct err *err)
{
	struct slice name = slice_str(a->name);

	if (!slice_starts(name, "sluice."))
		return a->layer == UPPER ? 0
					 : assignment_refuse(a, "only sluice.* variables are read here", err);
	struct slice rest = slice_sub(name, strlen("sluice."), name.len);
	if (slice_eq_nocase(rest, "failOn"))
		return set_fail_on(a, err);
	if (slice_eq_str(rest, "baseline"))
		return set_baseline(a, BASELINE_OWN, err);
	if (slice_eq_nocase(rest, "gitleaksIgnore"))
		return set_baseline(a, BASELINE_GITLEAKS, err);
	if (slice_eq_nocase(rest, "detectSecretsBaseline"))
		return set_baseline(a, BASELINE_DETECT_SECRETS, err);
	if (slice_eq_str(rest, "rules"))
		return add_rules(a, err);
	if (slice_eq_nocase(rest, "shippedRules"))
		return set_shipped_rules(a, err);
	if (slice_eq_nocase(rest, "onIncomplete"))
		return set_on_incomplete(a, err);
	if (slice_eq_nocase(rest, "requireSandbox"))
		return set_require_sandbox(a, err);
	if (slice_eq_str(rest, "archives"))
		return set_opened(a, &a->policy->closed_archives, err);
	if (slice_eq_str(rest, "notebooks"))
		return set_opened(a, &a->policy->closed_notebooks, err);
	if (slice_eq_nocase(rest, "skipLog"))
		return set_our_text(a, &a->policy->skip_log, err);
	if (slice_eq_nocase(rest, "fingerprintKey"))
		return set_our_text(a, &a->policy->fingerprint_key, err);
	if (slice_eq_nocase(rest, "timeLimit"))
		return set_time_limit(a, err);
	return set_in_subsection(a, rest, err);
}

int
policy_set(struct policy *policy, const char *name, const char *value, const char *origin, struct err *err)
{
	const struct assignment a = {policy, UPPER, name, value ? value : "true", origin, 0};

	return assign(&a, err);
}

int
policy_visit(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	return policy_set(ctx, name, value, origin, err);
}

struct file_origin {
	struct policy *policy;
	const char *name;
};

static int
assign_lower(void *ctx, const char *name, const char *value, uint32_t line, struct err *err)
{
	const struct file_origin *origin = ctx;
	const struct assignment a = {origin->policy, LOWER, name, value, origin->name, line};

	return assign(&a, err);
}

/* In one file both must be there; git's configuration may leave a path without its action. */
static int
check_complete(const struct policy *policy, const char *file, struct err *err)
{
	const struct layer *layer = &policy->layers[LOWER];

	for (size_t i = 0; i < layer->n; i++) {
		const struct setting *s = &layer->settings[i];
		struct buf name = BUF_INIT(1024);
		if (s->has_action || s->has_syntax)
			continue;
		escape_terminal(&name, slice_sub(s->name, 0, 200));
		err_set(err, ERR_CONFIG, "%s: sluice.%s.%.*s has a path but no action", file,
			kind_names[s->kind], (int)name.len, name.len ? name.ptr : "");
		buf_release(&name);
		return -1;
	}
	return 0;
}

int
policy_read(struct policy *policy, const char *name, struct slice text, struct err *err)
{
	struct file_origin origin = {policy, name};

	if (gitconfig_parse(name, text, assign_lower, &origin, err) < 0)
		return -1;
	return check_complete(policy, name, err);
}
