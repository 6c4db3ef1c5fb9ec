#include "report/text.h"

void
text_paint(struct text_writer *w, enum paint paint)
{
	static const char *const codes[] = {
		[PAINT_OFF] = "",       [PAINT_PATH] = "1",  [PAINT_ERROR] = "1;31",
		[PAINT_WARNING] = "33", [PAINT_PASS] = "32", [PAINT_CARET] = "32",
	};

	if (w->options->color && !w->options->pusher)
		buf_addf(w->out, "\033[%sm", codes[paint]);
}

enum paint
text_paint_of(enum verdict verdict)
{
	if (verdict == VERDICT_PASS)
		return PAINT_PASS;
	return verdict == VERDICT_WARN ? PAINT_WARNING : PAINT_ERROR;
}

/* A CI service looks for its commands at the start of a line. */
static bool
may_start_line(struct slice word)
{
	return word.len == 0 || (word.ptr[0] != ':' && word.ptr[0] != '#');
}

void
text_wrap(struct buf *out, size_t used, struct slice text)
{
	struct slice word;

	for (bool first = true; slice_next_word(&text, &word); first = false) {
		size_t width = report_width(word);
		if (!first && used + 1 + width > TEXT_PUSHER_COLUMNS && may_start_line(word)) {
			buf_add_str(out, "\n  ");
			used = 2;
		} else if (!first) {
			buf_add_char(out, ' ');
			used++;
		}
		buf_add_slice(out, word);
		used += width;
	}
	buf_add_char(out, '\n');
}

static void
add_findings(struct text_writer *w)
{
	for (size_t i = 0; i < w->review->nactive; i++)
		text_finding(w, &w->review->findings[i]);
	if (!w->options->verbose || w->options->quiet)
		return;
	bool any = false;
	for (size_t i = w->review->nactive; i < w->review->n; i++) {
		if (!report_silent_name(&w->review->findings[i]))
			continue;
		text_silent_finding(w, &w->review->findings[i]);
		any = true;
	}
	if (any)
		buf_add_char(w->out, '\n');
}

/*
 * What is wrong comes last, where a terminal stops scrolling; a clean verdict
 * is followed by the scope that it speaks of.
 */
static void
add_full(struct text_writer *w)
{
	bool clean = w->review->verdict == VERDICT_PASS;

	text_areas(w);
	buf_add_char(w->out, '\n');
	if (clean)
		text_verdict(w);
	text_scope(w);
	if (!clean) {
		buf_add_char(w->out, '\n');
		text_verdict(w);
	}
}

static void
add_quiet(struct text_writer *w)
{
	bool clean = w->review->verdict == VERDICT_PASS;

	if (!clean)
		text_skipped(w);
	text_verdict(w);
	if (!clean)
		return;
	text_changes(w->out, w->review);
	buf_add_char(w->out, '\n');
	text_silent(w->out, w->review, "silent: ");
	text_skipped(w);
}

void
text_start(struct text_writer *w, struct buf *part)
{
	w->out->failed = w->out->failed || !buf_ok(part);
	buf_clear(part);
}

int
report_text(struct buf *out, const struct review *review, const struct report_options *options,
	    struct err *err)
{
	struct text_writer w = {out, review, options, BUF_INIT(out->max), BUF_INIT(out->max)};

	if (options->pusher) {
		text_pusher(&w);
	} else {
		add_findings(&w);
		if (options->quiet)
			add_quiet(&w);
		else
			add_full(&w);
	}
	text_start(&w, &w.line);
	text_start(&w, &w.cell);
	buf_release(&w.line);
	buf_release(&w.cell);
	return report_done(out, err);
}
