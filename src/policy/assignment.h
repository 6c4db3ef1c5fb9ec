/*
 * assignment.h - one variable of a configuration on its way into the policy
 *
 * Values that are not allowed are ERR_CONFIG: "origin:line: variable: what",
 * with foreign bytes escaped.
 */
#ifndef SLUICE_POLICY_ASSIGNMENT_H
#define SLUICE_POLICY_ASSIGNMENT_H

#include <stdint.h>

#include "finding/finding.h"
#include "policy/policy.h"

struct assignment {
	struct policy *policy;
	int layer;
	const char *name, *value;
	const char *origin;
	uint32_t line; /* 0: origin says it all */
};

/* Both return -1. */
int assignment_refuse(const struct assignment *a, const char *what, struct err *err);
int assignment_refuse_value(const struct assignment *a, const char *allowed, struct err *err);

/* The value as "block", "warn" or "off"; as "true" or "false"; as seconds above 0. */
int assignment_action(enum action *out, const struct assignment *a, struct err *err)
	__attribute__((warn_unused_result));
int assignment_bool(bool *out, const struct assignment *a, struct err *err)
	__attribute__((warn_unused_result));
int assignment_seconds(double *out, const struct assignment *a, struct err *err)
	__attribute__((warn_unused_result));

#endif
