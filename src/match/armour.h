/*
 * armour.h - keys and certificates in lines of letters (PEM, OpenSSH, PGP)
 */
#ifndef SLUICE_MATCH_ARMOUR_H
#define SLUICE_MATCH_ARMOUR_H

#include "base/slice.h"

/*
 * True if the text begins with "-----BEGIN <label>-----" and what follows is,
 * decoded, the beginning of what the label names; where "-----END" stands in the
 * text, nothing may be missing. At most LIMIT_WINDOW_BYTES are looked at.
 *
 * The lines may be those of a string literal, of several that are joined, or of
 * a quoted block: escapes, quotes, and marks in front of lines are passed over.
 */
bool armour_holds(struct slice text);

#endif
