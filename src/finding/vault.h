/*
 * vault.h - the secrets of a whole review, to be looked for in all that it says
 *
 * Masking knows a text. A value may stand in another file as well, where no rule tells that it is a
 * secret: what was found anywhere is taken out of every finding before any is written.
 */
#ifndef SLUICE_FINDING_VAULT_H
#define SLUICE_FINDING_VAULT_H

#include "base/arena.h"
#include "base/err.h"
#include "finding/finding.h"

/* A shorter or plainer value may be a word that is no secret elsewhere. */
#define VAULT_VALUE_BYTES 8u
#define VAULT_ENTROPY     2.5

/* Further values are masked in their own text alone. */
#define VAULT_VALUES 4096u

struct vault {
	struct slice *values; /* in the arena */
	size_t n, cap;
	uint32_t *slots; /* index + 1 of a value by its first bytes, open addressing; 0: free */
	struct arena arena;
};

void vault_init(struct vault *vault);
void vault_release(struct vault *vault);

int vault_add(struct vault *vault, struct slice value, struct err *err) __attribute__((warn_unused_result));

/* Replaces every value in a text, in what a finding shows; new strings are made in the arena. */
int vault_redact_text(const struct vault *vault, struct slice *text, struct arena *arena, struct err *err)
	__attribute__((warn_unused_result));
int vault_redact(const struct vault *vault, struct finding *finding, struct arena *arena, struct err *err)
	__attribute__((warn_unused_result));

#endif
