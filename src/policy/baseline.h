/*
 * baseline.h - findings that were there when the gate was switched on
 *
 * A text file, one finding a line: "<fingerprint> <rule-id> <path>", path as escape_path() writes
 * it; '#' starts a comment line. Sorted, so that it diffs and merges well. A
 * finding is baselined when fingerprint and path (or old path) agree.
 */
#ifndef SLUICE_POLICY_BASELINE_H
#define SLUICE_POLICY_BASELINE_H

#include "base/buf.h"
#include "base/err.h"
#include "finding/finding.h"

struct baseline;

/* Parses; name for messages "name:line: ...". ERR_CONFIG when malformed. */
int baseline_parse(struct baseline **out, const char *name, struct slice text, struct err *err)
	__attribute__((warn_unused_result));
void baseline_free(struct baseline *baseline);

bool baseline_has(const struct baseline *baseline, const struct finding *finding);
size_t baseline_count(const struct baseline *baseline);

/* Prints the file for these findings (those with state active). */
int baseline_print(struct buf *out, const struct finding *findings, size_t n, struct err *err)
	__attribute__((warn_unused_result));

#endif
