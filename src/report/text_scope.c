/*
 * text_scope.c - what was looked at, what was not, and the verdict
 */
#include "report/text.h"

#include <inttypes.h>

#include "base/escape.h"

#define PARTS 10u /* skipped or incomplete parts named, unless verbose */

void
text_changes(struct buf *out, const struct review *review)
{
	const struct source_scope *scope = &review->scope;

	if (scope->commits > 0 || scope->is_all) {
		report_plural(out, scope->commits, "commit", "commits");
		buf_add_str(out, ", ");
	}
	if (scope->is_all) {
		buf_add_str(out, "each judged by the rules for every commit");
		return;
	}
	report_plural(out, scope->files, "file", "files");
	buf_addf(out, ", +%" PRIu64 " -%" PRIu64 " lines; %" PRIu64 " of %" PRIu64 " changed lines reviewed",
		 scope->added_lines, scope->removed_lines, review->reviewed_lines,
		 report_changed_lines(review));
}

/* "path (1a2b3c4d5e6f): reason"; it may start a line. */
static void
line_add_part(struct buf *line, const struct skipped *part)
{
	if (part->path.len > 0)
		report_path(line, part->path);
	if (part->commit.len > 0) {
		buf_add_str(line, part->path.len > 0 ? " (" : "(");
		buf_add_slice(line, report_short_id(part->commit));
		buf_add_char(line, ')');
	}
	if (part->path.len > 0 || part->commit.len > 0)
		buf_add_str(line, ": ");
	report_fold(line, part->reason);
}

void
text_parts(struct text_writer *w, const struct skipped *parts, size_t n, size_t max, const char *before)
{
	for (size_t i = 0; i < n && i < max; i++) {
		text_start(w, &w->line);
		line_add_part(&w->line, &parts[i]);
		buf_add_str(w->out, before);
		if (w->options->pusher) {
			text_wrap(w->out, strlen(before), buf_slice(&w->line));
		} else {
			buf_add_slice(w->out, buf_slice(&w->line));
			buf_add_char(w->out, '\n');
		}
	}
	if (n > max)
		buf_addf(w->out, "%sand %zu more\n", before, n - max);
}

void
text_skipped(struct text_writer *w)
{
	text_parts(w, w->review->skipped, w->review->nskipped, PARTS, "not analysed: ");
	report_without_grammar(w->out, w->review);
	if (w->review->rules_without_grammar > 0)
		buf_add_char(w->out, '\n');
}

void
text_silent(struct buf *out, const struct review *review, const char *before)
{
	const char *separator = before;
	const struct {
		uint64_t n;
		const char *name;
	} counts[] = {
		{review->suppressed, "suppressed"},
		{review->baselined, "baselined"},
		{review->moved, "moved"},
		{review->existing, "existing"},
		{review->off, "off"},
	};

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		if (counts[i].n == 0)
			continue;
		buf_addf(out, "%s%" PRIu64 " %s", separator, counts[i].n, counts[i].name);
		separator = ", ";
	}
	if (separator != before)
		buf_add_char(out, '\n');
}

static void
add_rules(struct buf *out, const struct review *review)
{
	buf_addf(out, "rules     %" PRIu64 " active", review->rules);
	if (review->rules_without_grammar > 0)
		buf_add_str(out, "; ");
	report_without_grammar(out, review);
	if (review->unsupported_rules > 0) {
		buf_add_str(out, "; ");
		report_plural(out, review->unsupported_rules, "rule uses", "rules use");
		buf_add_str(out, " operators or patterns that this build cannot run");
	}
	buf_add_char(out, '\n');
}

void
text_scope(struct text_writer *w)
{
	const struct review *review = w->review;
	struct buf *out = w->out;

	buf_add_str(out, "source    ");
	report_fold(out, slice_str(review->scope.description));
	buf_add_str(out, "\nchanges   ");
	text_changes(out, review);
	buf_add_char(out, '\n');
	add_rules(out, review);
	text_silent(out, review, "silent    ");
	if (review->scope.is_partial)
		buf_add_str(out, "partial   only the patch's own lines are known\n");
	if (review->nskipped == 0)
		return;
	buf_addf(out, "skipped   %zu not analysed:\n", review->nskipped);
	text_parts(w, review->skipped, review->nskipped, w->options->verbose ? SIZE_MAX : PARTS,
		   "          ");
}

static bool
is_empty(const struct review *review)
{
	return review->scope.files == 0 && review->messages == 0 && review->nskipped == 0;
}

/* The words of a verdict without findings: no more than was looked at. */
static void
add_clean(struct buf *out, const struct review *review)
{
	if (is_empty(review))
		buf_add_str(out, "Nothing to review");
	else if (review->reviewed_lines == 0 && (report_changed_lines(review) > 0 || review->nskipped > 0))
		buf_add_str(out, "No rule read the change");
	else if (review->suppressed + review->baselined + review->off > 0)
		buf_add_str(out, "No new security defects detected");
	else
		buf_add_str(out, "No security defects detected");
}

static void
add_incomplete(struct buf *out, const struct review *review, struct report_counts counts)
{
	buf_add_str(out, !review_refuses(review) ? "Incomplete, let through: " : "Incomplete: ");
	report_plural(out, review->nincomplete, "part was", "parts were");
	buf_add_str(out, " not reviewed, ");
	report_tally(out, counts);
	buf_add_str(out, " in the rest.");
}

static void
add_verdict(struct buf *out, const struct review *review)
{
	struct report_counts counts = report_count_findings(review);

	if (review->verdict == VERDICT_PASS) {
		add_clean(out, review);
	} else if (review->verdict == VERDICT_INCOMPLETE) {
		add_incomplete(out, review, counts);
	} else {
		buf_add_str(out, review->verdict == VERDICT_BLOCK ? "Blocked: " : "Passed with ");
		report_tally(out, counts);
		buf_add_char(out, '.');
	}
}

void
text_verdict(struct text_writer *w)
{
	text_paint(w, text_paint_of(w->review->verdict));
	add_verdict(w->out, w->review);
	text_paint(w, PAINT_OFF);
	buf_add_char(w->out, '\n');
	text_parts(w, w->review->incomplete, w->review->nincomplete, w->options->verbose ? SIZE_MAX : PARTS,
		   "  ");
}
