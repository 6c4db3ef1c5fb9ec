/*
 * report.h - one review, several formats
 *
 * A writer fills a buffer; only a whole report is ever written out. One file per format.
 */
#ifndef SLUICE_REPORT_REPORT_H
#define SLUICE_REPORT_REPORT_H

#include "base/buf.h"
#include "base/err.h"
#include "review/review.h"

struct report_options {
	bool color;   /* text only */
	bool quiet;   /* text only: findings and verdict line, not the eight areas */
	bool verbose; /* text only: silent findings, every skipped file, all evidence */
	bool pusher;  /* text only: speaks through a hook: the worst LIMIT_PUSHER_FINDINGS, lines <= 72
			 columns, no colour */
	bool gitlab;  /* pusher: a "GL-HOOK-ERR:" line for GitLab's web page */
	const struct ruleset *rules; /* the active ruleset */
};

struct report_format {
	const char *name; /* "text", "json", "sarif" */
	int (*write)(struct buf *out, const struct review *review, const struct report_options *options,
		     struct err *err);
};

/* NULL if there is no such format. */
const struct report_format *report_format_by_name(const char *name);

/* "text, json, sarif", for messages. */
const char *report_format_names(void);

int report_text(struct buf *out, const struct review *review, const struct report_options *options,
		struct err *err);
int report_json(struct buf *out, const struct review *review, const struct report_options *options,
		struct err *err);
int report_sarif(struct buf *out, const struct review *review, const struct report_options *options,
		 struct err *err);

#endif
