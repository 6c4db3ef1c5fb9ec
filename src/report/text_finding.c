/*
 * text_finding.c - one finding
 *
 *   app/ports.py:41:29: error: SQL is built from text [python-sql-format]
 *      40   |     def by_name(self, name):
 *      41 + |         query = "SELECT id FROM ports WHERE name = '%s'" % name
 *           |                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 *           fix: session.execute(text(...), {"name": name})
 *           CWE-89 · sql-injection · introduced
 */
#include "report/text.h"

#include "base/ascii.h"
#include "base/escape.h"

#define PUSHER_CODE_COLUMNS 60u
#define PUSHER_CODE_BEFORE  20u /* columns of code kept before the mark of a line that is cut */

static void
add_place(struct text_writer *w, const struct finding *f)
{
	size_t start = w->out->len;

	text_paint(w, PAINT_PATH);
	report_path(w->out, f->path);
	buf_addf(w->out, ":%u:%u:", (unsigned)f->line, (unsigned)f->column);
	text_paint(w, PAINT_OFF);
	buf_add_char(w->out, ' ');
	/* Only the pusher's form is wrapped, and it has no colour. */
	w->line.len = 0;
	if (buf_ok(w->out))
		buf_addf(&w->line, "%zu", report_width(slice_of(w->out->ptr + start, w->out->len - start)));
}

static void
add_head(struct text_writer *w, const struct finding *f)
{
	bool block = f->verdict == ACTION_BLOCK;
	size_t start = w->out->len;

	text_paint(w, PAINT_PATH);
	report_path(w->out, f->path);
	buf_addf(w->out, ":%u:%u:", (unsigned)f->line, (unsigned)f->column);
	text_paint(w, PAINT_OFF);
	buf_add_char(w->out, ' ');
	text_paint(w, block ? PAINT_ERROR : PAINT_WARNING);
	buf_add_str(w->out, block ? "error:" : "warning:");
	text_paint(w, PAINT_OFF);
}
