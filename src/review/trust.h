/*
 * trust.h - policy and baselines of a trusted commit
 *
 * What may be believed depends on the change: each ref of a push has its own
 * old target. A trust is loaded once a trusted commit and kept for the review.
 */
#ifndef SLUICE_REVIEW_TRUST_H
#define SLUICE_REVIEW_TRUST_H

#include "base/err.h"
#include "change/repository.h"
#include "policy/baseline.h"
#include "policy/detect_secrets.h"
#include "policy/gitleaks_ignore.h"
#include "policy/policy.h"

struct trust {
	struct object_id commit; /* none: only git's configuration speaks */
	struct policy *policy;
	struct baseline *baseline; /* NULL: none, as the next two */
	struct gitleaks_ignore *gitleaks;
	struct detect_secrets *detect_secrets;
	struct trust *next;
};

struct trust_store {
	struct repository *repo;   /* NULL: a patch outside any repository */
	const char *baseline_path; /* --baseline; NULL: the policy's */
	struct trust *head;
};

/* The configuration that a commit brings along; policy_read() says what is wrong with it. */
bool trust_is_config_path(struct slice path);
int trust_check_config(struct slice text, struct err *err) __attribute__((warn_unused_result));

/* The trust of a commit, loaded when first asked for; owned by the store. */
int trust_of(const struct trust **out, struct trust_store *store, const struct object_id *commit,
	     struct err *err) __attribute__((warn_unused_result));

/* One of the baselines has the finding. */
bool trust_accepts(const struct trust *trust, const struct finding *finding);

void trust_store_release(struct trust_store *store);

#endif
