/*
 * digest.h - hashes of what a match may hold secret, to be looked up in baselines of detect-secrets
 */
#ifndef SLUICE_FINDING_DIGEST_H
#define SLUICE_FINDING_DIGEST_H

#include "base/arena.h"
#include "base/err.h"
#include "finding/finding.h"
#include "match/match.h"

#define DIGESTS_MAX 32u

/*
 * Of the reported bytes, of what stands in quotes or behind an assignment in them, of the values bound there,
 * and of the words on the line that begins a key in armour.
 */
int digests_of(struct finding *out, struct arena *arena, const struct text *text, const struct match *match,
	       struct err *err) __attribute__((warn_unused_result));

#endif
