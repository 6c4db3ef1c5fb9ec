/*
 * text_pusher.c - the short form that a hook prints
 *
 * git shows each line to the pusher behind "remote: " and colours a leading
 * "error" or "warning" itself. GitLab's web page shows nothing but lines that
 * start with "GL-HOOK-ERR:".
 */
#include "report/text.h"

#include <inttypes.h>

#include "base/escape.h"
#include "base/limits.h"

/* Why the change is refused: "2 blocking findings", "3 warnings", "the review is incomplete". */
static void
add_reason(struct buf *out, const struct review *review)
{
	struct report_counts counts = report_count_findings(review);

	if (counts.blocking > 0) {
		report_plural(out, counts.blocking, "blocking finding", "blocking findings");
		if (review->verdict == VERDICT_INCOMPLETE)
			buf_add_str(out, ", and the review is incomplete");
	} else if (review->verdict == VERDICT_INCOMPLETE) {
		buf_add_str(out, "the review is incomplete");
	} else {
		report_plural(out, counts.warnings, "warning", "warnings");
	}
}

/* The first blocking finding, else the first one; NULL: none. */
static const struct finding *
first_worst(const struct review *review)
{
	for (size_t i = 0; i < review->nactive; i++)
		if (review->findings[i].verdict == ACTION_BLOCK)
			return &review->findings[i];
	return review->nactive > 0 ? &review->findings[0] : NULL;
}

/* Those of one verdict, while there is room. */
static size_t
add_findings(struct text_writer *w, enum action verdict, size_t room)
{
	size_t added = 0;

	for (size_t i = 0; i < w->review->nactive && added < room; i++) {
		if (w->review->findings[i].verdict != verdict)
			continue;
		text_finding(w, &w->review->findings[i]);
		added++;
	}
	return added;
}

static void
add_gitlab(struct text_writer *w)
{
	buf_add_str(w->out, "GL-HOOK-ERR: git-sluice: ");
	add_reason(w->out, w->review);
	const struct finding *f = first_worst(w->review);
	if (f) {
		buf_add_str(w->out, ", first at ");
		escape_path(w->out, f->path);
		buf_addf(w->out, ":%u", (unsigned)f->line);
	}
	buf_add_char(w->out, '\n');
}

static void
add_summary(struct text_writer *w)
{
	text_start(w, &w->line);
	if (w->review->verdict != VERDICT_PASS) {
		report_tally(&w->line, report_count_findings(w->review));
		buf_add_str(&w->line, " in ");
	}
	report_fold(&w->line, slice_str(w->review->scope.description));
	buf_add_str(&w->line, ": ");
	text_changes(&w->line, w->review);
	text_wrap(w->out, 0, buf_slice(&w->line));
	text_silent(w->out, w->review, "silent: ");
	text_skipped(w);
}

/* Nothing is declined that was not pushed: a commit hook uses this form too. */
static void
add_refusal(struct text_writer *w)
{
	buf_addf(w->out, "error: %sdeclined by git-sluice: ", w->review->scope.is_push ? "push " : "");
	add_reason(w->out, w->review);
	buf_add_char(w->out, '\n');
}

void
text_pusher(struct text_writer *w)
{
	const struct review *review = w->review;

	if (w->options->gitlab && review_refuses(review))
		add_gitlab(w);
	size_t shown = add_findings(w, ACTION_BLOCK, LIMIT_PUSHER_FINDINGS);
	shown += add_findings(w, ACTION_WARN, LIMIT_PUSHER_FINDINGS - shown);
	if (shown < review->nactive) {
		report_plural(w->out, review->nactive - shown, "more finding is", "more findings are");
		buf_add_str(w->out, " not shown.\n");
	}
	if (!review_refuses(review)) {
		text_verdict(w);
		add_summary(w);
		return;
	}
	add_summary(w);
	text_parts(w, review->incomplete, review->nincomplete, LIMIT_PUSHER_FINDINGS, "not reviewed: ");
	add_refusal(w);
}
