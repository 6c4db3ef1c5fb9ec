/*
 * policy_internal.h - the settings of a policy
 *
 * policy.c         takes them in
 * policy_answer.c  says what they come to
 */
#ifndef SLUICE_POLICY_POLICY_INTERNAL_H
#define SLUICE_POLICY_POLICY_INTERNAL_H

#include "policy/policy.h"

/* In order of precedence. */
enum setting_kind { KIND_RULE, KIND_PATH, KIND_AREA, KIND_SEVERITY, KIND_COUNT };

struct setting {
	enum setting_kind kind;
	struct slice name; /* the subsection behind its kind: rule id, glob, area, severity */
	bool has_action;
	enum action action;
	uint32_t order; /* of the last action, in its layer */
	bool has_syntax, syntax;
	uint32_t syntax_order; /* the same */
	struct slice *paths;
	size_t npaths, cap;
};

struct layer {
	struct setting *settings;
	size_t n, cap;
	uint32_t order;
	bool has_fail_on, fail_on_warn;
	const char *baselines[BASELINE_KINDS]; /* NULL: not mentioned; empty: none */
};

enum { UPPER, LOWER, LAYERS };

struct policy {
	struct layer layers[LAYERS];
	const char **rules;
	size_t nrules, rules_cap;
	double time_limit;
	bool no_shipped_rules, tolerates_incomplete, requires_sandbox, closed_archives, closed_notebooks;
	const char *skip_log;        /* NULL: unset */
	const char *fingerprint_key; /* NULL: unset */
	struct arena arena;
};

/* "info", "warning", "error" in either case; false: it is none. */
bool severity_by_name(enum severity *out, struct slice name);

#endif
