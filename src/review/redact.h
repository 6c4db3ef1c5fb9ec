/*
 * redact.h - secrets in names do not reach a writer
 *
 * What a finding shows of a text is masked when it is made. Paths and refs are needed as they are until
 * everything is judged; then each is asked about like a line, and a secret in it becomes MASK_TEXT.
 */
#ifndef SLUICE_REVIEW_REDACT_H
#define SLUICE_REVIEW_REDACT_H

#include "finding/mask.h"
#include "finding/vault.h"
#include "review/review.h"

struct redactor {
	struct matcher *matcher;
	struct mask mask;
	struct arena *out;              /* of names that hold a secret */
	struct slice last, last_masked; /* the name that was asked about last */
};

/* Both are borrowed. */
void redactor_init(struct redactor *redactor, struct matcher *matcher, struct arena *out);
void redactor_release(struct redactor *redactor);

/* The finding's paths and ref. */
int redact_finding(struct redactor *redactor, struct finding *finding, struct err *err)
	__attribute__((warn_unused_result));

/* The paths of all else, and in every finding the secrets of the others. */
int redact_review(struct redactor *redactor, struct review *review, const struct vault *vault,
		  struct err *err) __attribute__((warn_unused_result));

#endif
