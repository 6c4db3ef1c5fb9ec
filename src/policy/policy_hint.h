/*
 * policy_hint.h - what a misspelt sluice.* variable may have meant
 */
#ifndef SLUICE_POLICY_POLICY_HINT_H
#define SLUICE_POLICY_POLICY_HINT_H

#include "base/buf.h"

/*
 * Says that a variable is unknown, what it may have meant, and which ones
 * there are. rest is the name without "sluice.".
 */
void policy_hint(struct buf *out, struct slice rest);

#endif
