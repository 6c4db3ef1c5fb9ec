/*
 * plan.h - which rules read a change
 */
#ifndef SLUICE_REVIEW_PLAN_H
#define SLUICE_REVIEW_PLAN_H

#include "change/change.h"
#include "policy/policy.h"
#include "rule/ruleset.h"

/* The rules of a review, by their places in the ruleset. */
struct rules_on {
	const struct ruleset *rules;
	const struct policy *policy; /* of the comparison at hand */
	bool *on;                    /* not switched off */
	bool *applied;               /* set: read at least one change */
};

#define PATHS_KNOWN 64u

/* Whether rules with these globs read the path of the plan: most rules share them with others. */
struct path_answer {
	const struct slice *include, *exclude;
	bool is_known, reads;
};

/*
 * Which rules a scan runs. A rule that does not read the old path of a renamed
 * or copied file has not judged its lines before: for it the whole file is new.
 */
struct plan {
	struct rules_on *on_rules;
	const struct change *change;
	struct slice path; /* of the side that is scanned */
	enum language lang;
	enum language old_lang;
	enum diff_on on;
	bool strangers; /* the rules to whom the old path is unknown; else all others */
	bool parses;    /* not: the policy leaves the path to rules on text */
	bool read;      /* set: some rule reads the change */
	bool unparsed;  /* set: some rule would, but for that */
	size_t cursor;
	struct path_answer paths[PATHS_KNOWN]; /* by the addresses of globs */
};

struct plan plan_for(struct rules_on *on_rules, const struct change *change, enum diff_on on, bool strangers);

/* The rule_filter of a scan; ctx is the plan. */
bool plan_runs(void *ctx, const struct rule *rule);

/* The same without taking note that the rule read anything, and whatever the other path is. */
bool plan_has(void *ctx, const struct rule *rule);

/* Renamed or copied. */
bool plan_is_followed(const struct change *change);

#endif
