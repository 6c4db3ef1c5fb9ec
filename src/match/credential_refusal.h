/*
 * credential_refusal.h - whether a value is plainly no secret
 */
#ifndef SLUICE_MATCH_CREDENTIAL_REFUSAL_H
#define SLUICE_MATCH_CREDENTIAL_REFUSAL_H

#include "match/credential_traits.h"

/* rows: whether one byte again and again, or neighbours such as 12345678, are refused as well. */
bool credential_is_refused(struct slice value, const struct traits *traits, bool rows);

/* Of one byte, of few, of neighbours, or the same again. */
bool credential_is_monotonous(struct slice value, const struct traits *traits);

#endif
