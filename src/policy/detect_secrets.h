/*
 * detect_secrets.h - findings that a baseline of detect-secrets accepts
 *
 *	{"results": {"a.py": [{"type": "...", "hashed_secret": "<SHA-1 in hex>", "line_number": 3}]}}
 *
 * A finding is accepted if something that it holds secret has such a hash in its file. The line may
 * have moved, and what else is said does not count.
 */
#ifndef SLUICE_POLICY_DETECT_SECRETS_H
#define SLUICE_POLICY_DETECT_SECRETS_H

#include "base/err.h"
#include "finding/finding.h"

struct detect_secrets;

/* name for messages. ERR_CONFIG when it is no such file. */
int detect_secrets_parse(struct detect_secrets **out, const char *name, struct slice text, struct err *err)
	__attribute__((warn_unused_result));
void detect_secrets_free(struct detect_secrets *known);

bool detect_secrets_has(const struct detect_secrets *known, const struct finding *finding);

#endif
