/*
 * text.h - the parts of the text report
 *
 *   text.c          which parts, in which order
 *   text_finding.c  one finding: place, message, snippet, notes
 *   text_area.c     the eight-area review
 *   text_scope.c    what was looked at, and the verdict
 *   text_pusher.c   the short form that a hook prints
 *
 * Whatever comes from the change or from a rule file goes through
 * base/escape.h, and no line starts with a source line: a CI service would
 * take "::error" there for a command of its own.
 */
#ifndef SLUICE_REPORT_TEXT_H
#define SLUICE_REPORT_TEXT_H

#include "report/report.h"
#include "report/report_util.h"

/* SGR colours; nothing else that steers a terminal is ever printed. */
enum paint { PAINT_OFF, PAINT_PATH, PAINT_ERROR, PAINT_WARNING, PAINT_PASS, PAINT_CARET };

struct text_writer {
	struct buf *out;
	const struct review *review;
	const struct report_options *options;
	struct buf line; /* a line being put together */
	struct buf cell; /* one part of it */
};

/* Empties the line or cell. One that failed since the last time makes the report fail: it lacks a part. */
void text_start(struct text_writer *w, struct buf *part);

void text_paint(struct text_writer *w, enum paint paint);
enum paint text_paint_of(enum verdict verdict);

#define TEXT_PUSHER_COLUMNS 72u

/*
 * Adds text, whose white space is single spaces, in lines of at most
 * TEXT_PUSHER_COLUMNS columns; used columns of the first are taken, the
 * others are indented by two. Ends in LF.
 */
void text_wrap(struct buf *out, size_t used, struct slice text);

void text_finding(struct text_writer *w, const struct finding *finding);
/* One line for a finding that does not count, and why. */
void text_silent_finding(struct text_writer *w, const struct finding *finding);

void text_areas(struct text_writer *w);

/* "2 commits, 3 files, +120 -14 lines; 130 of 134 changed lines reviewed", without LF. */
/* "1 suppressed, 2 moved" as a line behind before; nothing when nothing is silent. */
void text_silent(struct buf *out, const struct review *review, const char *before);

void text_changes(struct buf *out, const struct review *review);
void text_scope(struct text_writer *w);

/* Ends in LF. Every incomplete part is named below it. */
void text_verdict(struct text_writer *w);

/* At most max parts, a line each: before, "path (commit): reason"; then the count of the rest. */
void text_parts(struct text_writer *w, const struct skipped *parts, size_t n, size_t max, const char *before);

/* What was not analysed and what did not run, for a short report: without a word it would pass as clean. */
void text_skipped(struct text_writer *w);

void text_pusher(struct text_writer *w);

#endif
