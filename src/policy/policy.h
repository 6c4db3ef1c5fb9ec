/*
 * policy.h - block, warn or off, and who may say so
 *
 * Settings come in layers, strongest first: the repository's own git
 * configuration (on a server: the server's), then the .sluiceconfig of the
 * trusted commit. Within a layer the more specific kind wins: rule, path,
 * area, severity; within a kind the last one. What no layer settles follows
 * the rule: ERROR with HIGH confidence blocks, everything else warns.
 *
 *   [sluice]                          git config sluice.failOn warn
 *       failOn = block
 *       baseline = .sluice-baseline
 *       gitleaksIgnore = .gitleaksignore
 *       detectSecretsBaseline = .secrets.baseline
 *       shippedRules = true           (git's configuration only, as sluice.rules)
 *       onIncomplete = block          (the same)
 *       requireSandbox = false        (the same)
 *       timeLimit = 4                 (the same)
 *       skipLog = /var/log/skips      (the same)
 *       fingerprintKey = ...          (the same)
 *       archives = true               (the same)
 *       notebooks = true              (the same)
 *   [sluice "rule.python-sql-format"] git config sluice.rule.python-sql-format.action warn
 *       action = warn
 *       path = tests/                 (optional, repeatable: only there)
 *   [sluice "area.comments"]
 *       action = off
 *   [sluice "severity.info"]
 *       action = off
 *   [sluice "path.vendor/"]
 *       action = off
 *   [sluice "path.dist/"]
 *       syntax = false                (files there are not parsed)
 */
#ifndef SLUICE_POLICY_POLICY_H
#define SLUICE_POLICY_POLICY_H

#include "base/arena.h"
#include "base/err.h"
#include "finding/finding.h"

struct policy;

/* Files with findings that are known and accepted, by whose they are. */
enum baseline_kind {
	BASELINE_OWN,            /* sluice.baseline */
	BASELINE_GITLEAKS,       /* sluice.gitleaksIgnore */
	BASELINE_DETECT_SECRETS, /* sluice.detectSecretsBaseline */
	BASELINE_KINDS
};

int policy_new(struct policy **out, struct err *err) __attribute__((warn_unused_result));
void policy_free(struct policy *policy);

/*
 * Adds one variable of git's configuration to the upper layer; name as
 * repository_config() gives it, origin for messages. Unknown sluice.* variables and bad values: ERR_CONFIG
 * that names the variable, its origin and what is allowed.
 */
int policy_set(struct policy *policy, const char *name, const char *value, const char *origin,
	       struct err *err) __attribute__((warn_unused_result));

/* policy_set() in the form that repository_config() calls; ctx is the policy. */
int policy_visit(void *ctx, const char *name, const char *value, const char *origin, struct err *err);

/* Adds a .sluiceconfig to the lower layer; name for messages "name:line: ...". */
int policy_read(struct policy *policy, const char *name, struct slice text, struct err *err)
	__attribute__((warn_unused_result));

/* What to do with a rule's findings in a path. */
enum action policy_action(const struct policy *policy, const struct rule *rule, struct slice path);

/*
 * False where sluice.path.<glob>.syntax says that files are not parsed, which only rules on text then read:
 * the strongest layer with such a setting decides, in it the last one.
 */
bool policy_parses(const struct policy *policy, struct slice path);

/* Whether a rule's findings in a path come to anything: it is on there, and what it needs is done. */
bool policy_runs(const struct policy *policy, const struct rule *rule, struct slice path);

/* True when policy_action() is OFF for every path: the rule need not run. */
bool policy_rule_is_off(const struct policy *policy, const struct rule *rule);

/*
 * Plain variables, NULL when unset or empty. They point into the policy. All but failOn and the baselines
 * come from git's configuration alone.
 */
bool policy_fail_on_warn(const struct policy *policy);         /* sluice.failOn = warn */
double policy_time_limit(const struct policy *policy);         /* sluice.timeLimit, seconds; 0: unset */
bool policy_requires_sandbox(const struct policy *policy);     /* sluice.requireSandbox */
bool policy_tolerates_incomplete(const struct policy *policy); /* sluice.onIncomplete = warn */
bool policy_opens_archives(const struct policy *policy);       /* sluice.archives; true when unset */
bool policy_opens_notebooks(const struct policy *policy);      /* sluice.notebooks; true when unset */
bool policy_shipped_rules(const struct policy *policy);        /* sluice.shippedRules; true when unset */
const char *policy_skip_log(const struct policy *policy);      /* sluice.skipLog */
const char *policy_fingerprint_key(const struct policy *policy);

/* sluice.rules: how many paths. */
size_t policy_rule_paths(const struct policy *policy, const char *const **out);

/* The file of that kind: a path in the trusted tree, or of the file system where git's configuration names
 * it. NULL: none. */
const char *policy_baseline(const struct policy *policy, enum baseline_kind kind);
bool policy_baseline_is_trusted_file(const struct policy *policy, enum baseline_kind kind);

#endif
