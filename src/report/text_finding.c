/*
 * text_finding.c - one finding
 *
 *   app/ports.py:41:17: error: SQL is built from text [python-sql-format]
 *      40   |     def by_name(self, name):
 *      41 + |         query = "SELECT id FROM ports WHERE name = '%s'" % name
 *           |                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 *           fix: text("SELECT id FROM ports WHERE name = :name")
 *           CWE-89 · sql-injection · introduced
 *
 * A caret is as wide as what stands above it once that is escaped, and a tab
 * before the mark stays a tab, so that both lines move together.
 */
#include "report/text.h"

#include "base/ascii.h"
#include "base/escape.h"

#define NUMBER_COLUMNS      5
#define PUSHER_CODE_COLUMNS 60u
#define PUSHER_CODE_BEFORE  20u /* columns of code kept before the mark when a line is cut */

/* The part of a snippet line that is printed; the mark is [mark_start, mark_end) of text. */
struct code {
	struct slice text;
	size_t mark_start, mark_end; /* equal: none */
	bool cut_left, cut_right;
};

/* Columns of s on a terminal, a tab counting as one. */
static size_t
columns(struct text_writer *w, struct slice s)
{
	text_start(w, &w->cell);
	escape_terminal(&w->cell, s);
	return report_width(buf_slice(&w->cell));
}

static struct slice
first_char(struct slice s)
{
	size_t pos = 0;

	utf8_next(s, &pos);
	return slice_sub(s, 0, pos);
}

static void
drop_left(struct code *code, size_t n)
{
	code->text = slice_sub(code->text, n, code->text.len);
	code->mark_start -= code->mark_start < n ? code->mark_start : n;
	code->mark_end -= code->mark_end < n ? code->mark_end : n;
}

/* Cuts a line to what a pusher's terminal shows in one row, with the mark in it. */
static void
fit_pusher(struct text_writer *w, struct code *code)
{
	size_t blank = 0;

	while (blank < code->text.len && ascii_is_space(code->text.ptr[blank]))
		blank++;
	drop_left(code, blank);
	size_t total = columns(w, code->text);
	size_t before = columns(w, slice_sub(code->text, 0, code->mark_start));
	while (total > PUSHER_CODE_COLUMNS && before > PUSHER_CODE_BEFORE) {
		struct slice c = first_char(code->text);
		size_t width = columns(w, c);
		drop_left(code, c.len);
		total -= width;
		before -= width < before ? width : before;
		code->cut_left = true;
	}
	size_t room = PUSHER_CODE_COLUMNS - (code->cut_left ? 3 : 0);
	if (total <= room)
		return;
	code->cut_right = true;
	size_t end = 0, used = 0;
	while (end < code->text.len) {
		struct slice c = first_char(slice_sub(code->text, end, code->text.len));
		used += columns(w, c);
		if (used > room - 3)
			break;
		end += c.len;
	}
	code->text = slice_sub(code->text, 0, end);
}

/* Adds one character of code, and to w->line what stands below it. */
static void
add_char(struct text_writer *w, const struct code *code, size_t at, size_t end)
{
	struct slice c = slice_sub(code->text, at, end);
	size_t width = columns(w, c);
	bool tab = c.ptr[0] == '\t';

	if (tab && w->options->pusher)
		buf_add_char(w->out, ' ');
	else
		buf_add_slice(w->out, buf_slice(&w->cell));
	if (end <= code->mark_start) {
		for (size_t i = 0; i < width; i++)
			buf_add_char(&w->line, tab && !w->options->pusher ? '\t' : ' ');
		return;
	}
	for (size_t i = 0; at < code->mark_end && i < width; i++)
		buf_add_char(&w->line, at <= code->mark_start && i == 0 ? '^' : '~');
}

static void
add_code(struct text_writer *w, const struct code *code)
{
	text_start(w, &w->line);
	if (code->cut_left) {
		buf_add_str(w->out, "...");
		buf_add_str(&w->line, "   ");
	}
	for (size_t at = 0, end = 0; at < code->text.len; at = end) {
		utf8_next(code->text, &end);
		add_char(w, code, at, end);
	}
	if (code->cut_right)
		buf_add_str(w->out, "...");
}

static bool
is_marked(const struct snippet_line *line)
{
	return line->mark_end > line->mark_start && line->mark_start < line->text.len;
}

static void
add_snippet_line(struct text_writer *w, const struct snippet_line *line, int digits)
{
	struct code code = {line->text, line->mark_start, line->mark_end};

	if (w->options->pusher)
		fit_pusher(w, &code);
	buf_addf(w->out, "%*u %c |", digits, (unsigned)line->number, (char)line->kind);
	if (code.text.len > 0)
		buf_add_char(w->out, ' ');
	add_code(w, &code);
	buf_add_char(w->out, '\n');
	if (!is_marked(line))
		return;
	buf_addf(w->out, "%*s   | ", digits, "");
	text_paint(w, PAINT_CARET);
	buf_add_slice(w->out, buf_slice(&w->line));
	text_paint(w, PAINT_OFF);
	buf_add_char(w->out, '\n');
}

static const struct snippet_line *
matched_line(const struct finding *f)
{
	for (size_t i = 0; i < f->nsnippet; i++)
		if (is_marked(&f->snippet[i]))
			return &f->snippet[i];
	for (size_t i = 0; i < f->nsnippet; i++)
		if (f->snippet[i].kind != SNIPPET_CONTEXT)
			return &f->snippet[i];
	return f->nsnippet > 0 ? &f->snippet[0] : NULL;
}

/* Columns for the line numbers of a snippet. */
static int
number_columns(const struct finding *f)
{
	uint32_t most = 0;
	int digits = 0;

	for (size_t i = 0; i < f->nsnippet; i++)
		most = f->snippet[i].number > most ? f->snippet[i].number : most;
	for (; most > 0; most /= 10)
		digits++;
	return digits > NUMBER_COLUMNS ? digits : NUMBER_COLUMNS;
}

static void
add_snippet(struct text_writer *w, const struct finding *f, int digits)
{
	if (w->options->pusher) {
		const struct snippet_line *line = matched_line(f);
		if (line)
			add_snippet_line(w, line, digits);
		return;
	}
	for (size_t i = 0; i < f->nsnippet; i++)
		add_snippet_line(w, &f->snippet[i], digits);
}

/* Puts the place of f into w->line and prints it; returns its columns. */
static size_t
add_place(struct text_writer *w, const struct finding *f)
{
	text_start(w, &w->line);
	report_path(&w->line, f->path);
	buf_addf(&w->line, ":%u:%u:", (unsigned)f->line, (unsigned)f->column);
	text_paint(w, PAINT_PATH);
	buf_add_slice(w->out, buf_slice(&w->line));
	text_paint(w, PAINT_OFF);
	buf_add_char(w->out, ' ');
	return report_width(buf_slice(&w->line)) + 1;
}

static void
line_add_message(struct text_writer *w, const struct finding *f)
{
	report_fold(&w->line, f->message);
	buf_add_str(&w->line, " [");
	report_fold(&w->line, f->rule->id);
	buf_add_char(&w->line, ']');
}

static void
add_head(struct text_writer *w, const struct finding *f)
{
	bool block = f->verdict == ACTION_BLOCK;
	const char *label = block ? "error:" : "warning:";
	size_t used = add_place(w, f) + strlen(label) + 1;

	text_paint(w, block ? PAINT_ERROR : PAINT_WARNING);
	buf_add_str(w->out, label);
	text_paint(w, PAINT_OFF);
	buf_add_char(w->out, ' ');
	text_start(w, &w->line);
	line_add_message(w, f);
	if (w->options->pusher) {
		text_wrap(w->out, used, buf_slice(&w->line));
	} else {
		buf_add_slice(w->out, buf_slice(&w->line));
		buf_add_char(w->out, '\n');
	}
}

/* Prints w->line as a note of indent columns. */
static void
add_note(struct text_writer *w, int indent)
{
	if (w->options->pusher) {
		buf_add_str(w->out, "  ");
		text_wrap(w->out, 2, buf_slice(&w->line));
	} else {
		buf_addf(w->out, "%*s", indent, "");
		buf_add_slice(w->out, buf_slice(&w->line));
		buf_add_char(w->out, '\n');
	}
	text_start(w, &w->line);
}

/* Further lines keep their indentation behind a gutter. */
static void
add_fix(struct text_writer *w, const struct finding *f, int indent)
{
	struct slice rest = f->fix, line;

	if (f->fix.len == 0)
		return;
	buf_add_str(&w->line, "fix: ");
	if (w->options->pusher) {
		report_fold(&w->line, f->fix);
		add_note(w, indent);
		return;
	}
	for (bool first = true; slice_next_line(&rest, &line); first = false) {
		if (!first)
			buf_add_str(&w->line, "   | ");
		if (slice_ends(line, "\r"))
			line.len--;
		escape_terminal(&w->line, line);
		add_note(w, indent);
	}
}

/* " (was line 17)", " (was old.py:17)" */
static void
line_add_old_place(struct text_writer *w, const struct finding *f)
{
	if (f->old_line == 0)
		return;
	buf_add_str(&w->line, " (was ");
	if (f->old_path.len > 0)
		escape_path(&w->line, f->old_path);
	buf_addf(&w->line, "%s%u)", f->old_path.len > 0 ? ":" : "line ", (unsigned)f->old_line);
}

static void
line_add_class(struct text_writer *w, const struct finding *f)
{
	if (f->class == CLASS_REMOVED_GUARD)
		buf_add_str(&w->line, "guard removed here");
	else if (f->class == CLASS_TOUCHED)
		buf_add_str(&w->line, "there before, its lines were edited");
	else
		buf_add_str(&w->line, finding_class_name(f->class));
	line_add_old_place(w, f);
}

static void
add_meta(struct text_writer *w, const struct finding *f, int indent)
{
	for (size_t i = 0; i < f->rule->ncwe; i++) {
		buf_add_str(&w->line, i > 0 ? ", " : "");
		report_fold(&w->line, f->rule->cwe[i]);
	}
	buf_addf(&w->line, "%s%s · ", f->rule->ncwe > 0 ? " · " : "", area_name(f->rule->area));
	line_add_class(w, f);
	if (w->options->verbose)
		buf_addf(&w->line, " · %s, confidence %s", severity_name(f->rule->severity),
			 confidence_name(f->rule->confidence));
	add_note(w, indent);
}

static void
add_commit(struct text_writer *w, const struct finding *f, int indent)
{
	if (f->commit.len > 0) {
		buf_add_str(&w->line, "in commit ");
		buf_add_slice(&w->line, report_short_id(f->commit));
	}
	if (f->ref.len > 0) {
		buf_add_str(&w->line, f->commit.len > 0 ? " of " : "in ");
		report_fold(&w->line, f->ref);
	}
	if (f->removed_in.len > 0) {
		buf_addf(&w->line, "%sremoved in ", w->line.len > 0 ? ", " : "");
		buf_add_slice(&w->line, report_short_id(f->removed_in));
		buf_add_str(&w->line, ": still in history, rewrite it");
	}
	if (w->line.len > 0)
		add_note(w, indent);
}

/* via a.py:2:5: source, 3:1, 4:1 - the sink is where the finding stands. */
static void
add_trace(struct text_writer *w, const struct finding *f, int indent)
{
	struct slice path = {NULL, 0};

	for (size_t i = 0; i < f->ntrace; i++) {
		const struct trace_step *step = &f->trace[i];
		if (i > 0 && slice_eq_str(step->note, "sink"))
			continue;
		buf_add_str(&w->line, i == 0 ? "via " : ", ");
		if (!slice_eq(path, step->path)) {
			escape_path(&w->line, step->path);
			buf_add_char(&w->line, ':');
		}
		path = step->path;
		buf_addf(&w->line, "%u:%u", (unsigned)step->line, (unsigned)step->column);
		if (slice_eq_str(step->note, "propagated"))
			continue;
		buf_add_str(&w->line, ": ");
		report_fold(&w->line, step->note);
	}
	if (f->ntrace > 0)
		add_note(w, indent);
}

static void
add_verbose(struct text_writer *w, const struct finding *f, int indent)
{
	for (size_t i = 0; i < f->rule->nreferences; i++) {
		buf_add_str(&w->line, "see ");
		report_fold(&w->line, f->rule->references[i]);
		add_note(w, indent);
	}
	buf_add_str(&w->line, "fingerprint ");
	buf_add_str(&w->line, f->fingerprint);
	add_note(w, indent);
}

void
text_finding(struct text_writer *w, const struct finding *f)
{
	int digits = number_columns(f);
	int indent = digits + 3; /* below the gutter's bar */

	add_head(w, f);
	add_snippet(w, f, digits);
	text_start(w, &w->line);
	add_trace(w, f, indent);
	add_fix(w, f, indent);
	add_meta(w, f, indent);
	add_commit(w, f, indent);
	if (w->options->verbose)
		add_verbose(w, f, indent);
	buf_add_char(w->out, '\n');
}

void
text_silent_finding(struct text_writer *w, const struct finding *f)
{
	add_place(w, f);
	buf_addf(w->out, "note: %s", report_silent_name(f));
	text_start(w, &w->line);
	line_add_old_place(w, f);
	if (f->state == FINDING_SUPPRESSED && f->reason.len > 0) {
		buf_add_str(&w->line, " (");
		report_fold(&w->line, f->reason);
		buf_add_char(&w->line, ')');
	}
	buf_add_str(&w->line, ": ");
	line_add_message(w, f);
	buf_add_slice(w->out, buf_slice(&w->line));
	buf_add_char(w->out, '\n');
}
