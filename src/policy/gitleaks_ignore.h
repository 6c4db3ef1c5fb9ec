/*
 * gitleaks_ignore.h - findings that a .gitleaksignore accepts
 *
 * One fingerprint of gitleaks a line, "<commit>:<file>:<rule-id>:<line>" for that commit alone, or
 * "<file>:<rule-id>:<line>"; '#' starts a comment line. A line that is neither accepts nothing, as for
 * gitleaks.
 */
#ifndef SLUICE_POLICY_GITLEAKS_IGNORE_H
#define SLUICE_POLICY_GITLEAKS_IGNORE_H

#include "base/err.h"
#include "finding/finding.h"

struct gitleaks_ignore;

int gitleaks_ignore_parse(struct gitleaks_ignore **out, struct slice text, struct err *err)
	__attribute__((warn_unused_result));
void gitleaks_ignore_free(struct gitleaks_ignore *ignore);

/* gitleaks' line is that where the match begins, which a secret can be behind: both will do. */
bool gitleaks_ignore_has(const struct gitleaks_ignore *ignore, const struct finding *finding);

#endif
