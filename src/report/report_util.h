/*
 * report_util.h - what every writer says the same way
 */
#ifndef SLUICE_REPORT_REPORT_UTIL_H
#define SLUICE_REPORT_REPORT_UTIL_H

#include "base/buf.h"
#include "base/err.h"
#include "review/review.h"

/* Active findings by verdict. */
struct report_counts {
	uint64_t blocking, warnings;
};

struct report_counts report_count_findings(const struct review *review);

/* "built without grammars: 3 rules on syntax did not run"; nothing if there is no such rule. */
void report_without_grammar(struct buf *out, const struct review *review);

/* "1 finding", "3 findings". */
void report_plural(struct buf *out, uint64_t n, const char *one, const char *many);

/* "2 blocking findings, 1 warning"; a part that is zero is left out, both zero: "0 findings". */
void report_tally(struct buf *out, struct report_counts counts);

/* Added and removed lines of the net comparison. */
uint64_t report_changed_lines(const struct review *review);

/* The first 12 digits of an object name. */
struct slice report_short_id(struct slice hex);

/* Text on one line of a terminal: each run of white space is one space, controls are escaped. */
void report_fold(struct buf *out, struct slice text);

/*
 * A path at the start of a line. As escape_path(), with "./" before a first
 * ':' or '#': a CI service would take "::name::" there for a command.
 */
void report_path(struct buf *out, struct slice path);

/* Code points of s; an invalid byte counts as one. */
size_t report_width(struct slice s);

/* "moved", "existing", "suppressed", "baselined" or "off", as struct review counts
 * them; NULL: not counted at all. For findings behind review->nactive. */
const char *report_silent_name(const struct finding *finding);

/* 0 if all of the report is in out, else -1. */
int report_done(const struct buf *out, struct err *err) __attribute__((warn_unused_result));

#endif
