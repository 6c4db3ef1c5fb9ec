/*
 * fingerprint.h - the same defect under another line number
 *
 * fingerprint = first 128 bits of SHA-256(rule id, lines, n), where lines is the text of
 * the lines that the match covers with all white space taken out, and n counts
 * the equal runs of lines before it in the same file: unchanged ones first, then
 * added ones in order, so that a copy inserted above an old finding is the new one.
 */
#ifndef SLUICE_FINDING_FINGERPRINT_H
#define SLUICE_FINDING_FINGERPRINT_H

#include "base/err.h"
#include "change/change.h"
#include "match/match.h"

/* new_side: the match lies in the change's new text, else in its old one. */
int fingerprint_match(char out[32 + 1], const struct change *change, bool new_side, const struct match *match,
		      struct err *err) __attribute__((warn_unused_result));

/* A 64-bit hash of a line without any white space, for tables of moved lines. */
uint64_t fingerprint_line(struct slice line);

#endif
