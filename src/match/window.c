#include "match/window.h"

/* --- touched lines --- */

/* The first run of touched lines that ends at or behind line; lines->n if there is none. */
static size_t
touched_run_from(const struct line_set *lines, uint32_t line)
{
	size_t low = 0, high = lines->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (lines->ranges[middle].last < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t
touched_line_from(const struct line_set *lines, uint32_t line)
{
	size_t run = touched_run_from(lines, line);

	if (run == lines->n)
		return 0;
	return lines->ranges[run].first > line ? lines->ranges[run].first : line;
}

uint32_t
window_reach(const struct rule *rule)
{
	if (rule->window == WINDOW_LINES)
		return rule->window_lines;
	return rule->window == WINDOW_STATEMENT ? STATEMENT_LINES : 0;
}

/* --- windows of lines --- */

static struct line_range
clamp(struct line_range lines, struct line_range to)
{
	if (lines.first < to.first)
		lines.first = to.first;
	if (lines.last > to.last)
		lines.last = to.last;
	return lines;
}

/* The lines that are looked at for one touched line. */
static struct line_range
lines_round(const struct windows *w, uint32_t line, struct line_range contiguous)
{
	struct line_range round = {line, line};

	switch (w->kind) {
	case WINDOW_LINES:
		round.first = line > w->reach ? line - w->reach : 1;
		round.last = line < UINT32_MAX - w->reach ? line + w->reach : UINT32_MAX;
		break;
	case WINDOW_STATEMENT:
		round = statement_of(w->statements, line);
		break;
	case WINDOW_FILE:
		return contiguous;
	default:
		break;
	}
	return clamp(round, contiguous);
}

/* True if the window goes on with the lines round a later touched one. */
static bool
merges(const struct windows *w, struct line_range window, struct line_range round)
{
	if (w->kind == WINDOW_LINE)
		return false;
	return round.first <= window.last + (w->kind == WINDOW_LINES);
}

/* The last line of the run of touched lines that `line` belongs to. */
static uint32_t
run_end(const struct windows *w, uint32_t line)
{
	return w->lines->ranges[touched_run_from(w->lines, line)].last;
}

/* The touched line from w->next_line on that may be looked at together with those up to `last`; or 0. */
static uint32_t
next_touched(const struct windows *w, uint32_t last)
{
	uint32_t line = touched_line_from(w->lines, w->next_line);

	return line <= last && line <= w->within.last ? line : 0;
}

/*
 * The last line after `line` of which it is known that its lines merge with the
 * window: with WINDOW_LINES the run of touched lines, with WINDOW_STATEMENT what
 * of it the window has already. Those between reach no farther.
 */
static uint32_t
farthest_merging(const struct windows *w, uint32_t line, uint32_t window_last, uint32_t last)
{
	uint32_t far = run_end(w, line);

	if (w->kind != WINDOW_LINES && far > window_last)
		far = window_last;
	if (far > w->within.last)
		far = w->within.last;
	if (far > last)
		far = last;
	return far > line ? far : line;
}

/* Takes in the touched lines whose windows overlap this one. */
static void
merge_lines(struct windows *w, struct line_range *window, struct line_range contiguous)
{
	uint32_t line;

	while ((line = next_touched(w, contiguous.last)) != 0) {
		struct line_range round = lines_round(w, line, contiguous);
		if (!merges(w, *window, round))
			return;
		if (round.last > window->last)
			window->last = round.last;
		line = farthest_merging(w, line, window->last, contiguous.last);
		round = lines_round(w, line, contiguous);
		if (round.last > window->last)
			window->last = round.last;
		w->next_line = w->kind == WINDOW_FILE ? window->last + 1 : line + 1;
	}
}

/* The next window as lines; false at the end. */
static bool
next_lines(struct windows *w, struct line_range *window)
{
	uint32_t line = next_touched(w, w->text->nlines);

	if (line == 0)
		return false;
	struct line_range contiguous = text_contiguous(w->text, line);
	*window = lines_round(w, line, contiguous);
	w->next_line = line + 1;
	if (w->kind != WINDOW_LINE)
		merge_lines(w, window, contiguous);
	return true;
}

/* --- pieces --- */

static size_t
overlap_of(enum diff_window kind)
{
	switch (kind) {
	case WINDOW_LINE:
		return LIMIT_OVERLAP_LINE;
	case WINDOW_FILE:
		return LIMIT_OVERLAP_FILE;
	default:
		return LIMIT_OVERLAP_LINES;
	}
}

/* Where the piece behind the one at `from` begins: at a line if one begins in time, else anywhere. */
static size_t
next_piece(const struct windows *w, size_t from)
{
	size_t latest = from + LIMIT_WINDOW_BYTES - overlap_of(w->kind) - WINDOW_MARGIN;
	size_t line_start = w->text->starts[text_line_at(w->text, latest) - 1];

	return line_start > from ? line_start : latest;
}

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

struct window_context
window_context(const struct text *text, const struct window *window)
{
	struct window_context seen;
	size_t begin = 0;

	if (text->numbers) {
		struct line_range contiguous = text_contiguous(text, text_line_at(text, window->start));
		begin = text->starts[contiguous.first - 1];
	}
	/* In a patch the line end before a hunk is seen, so that it is not taken for the text's start. */
	begin = begin > 0 ? begin - 1 : 0;
	seen.start = window->start - begin > WINDOW_CONTEXT ? window->start - WINDOW_CONTEXT : begin;
	seen.cut_start = seen.start > 0 && !is_line_end(text->bytes.ptr[seen.start - 1]);
	seen.cut_end = window->end < text->bytes.len && !is_line_end(text->bytes.ptr[window->end]);
	return seen;
}

static void
cut_piece(struct windows *w, struct window *out)
{
	size_t start = w->from;

	*out = (struct window){.start = start, .end = w->to, .own_end = SIZE_MAX};
	out->own_start = w->first_piece ? 0 : start + WINDOW_MARGIN;
	if (w->to - start > LIMIT_WINDOW_BYTES) {
		out->end = start + LIMIT_WINDOW_BYTES;
		w->from = next_piece(w, start);
		out->own_end = w->from + WINDOW_MARGIN;
	} else
		w->from = w->to;
	w->first_piece = false;
}

void
windows_begin(struct windows *w, const struct text *text, const struct line_set *lines,
	      struct line_range within, enum diff_window kind, uint32_t reach,
	      const struct statements *statements)
{
	*w = (struct windows){
		.text = text,
		.lines = lines,
		.within = within,
		.statements = statements,
		.kind = kind,
		.reach = reach,
		.next_line = within.first,
	};
}

static bool
holds_touched_line(const struct windows *w, const struct window *piece)
{
	uint32_t first = text_line_at(w->text, piece->start);
	uint32_t last = piece->end > piece->start ? text_line_at(w->text, piece->end - 1) : first;

	return line_set_touches(w->lines, first, last);
}

bool
windows_next(struct windows *w, struct window *out)
{
	bool whole; /* a window in one piece has a touched line, a piece may have none */

	do {
		struct line_range lines;

		while (w->from >= w->to) {
			if (!next_lines(w, &lines))
				return false;
			w->from = w->text->starts[lines.first - 1];
			w->to = w->text->starts[lines.last];
			w->first_piece = !w->resumes;
			w->resumes = false;
		}
		whole = w->to - w->from <= LIMIT_WINDOW_BYTES && w->first_piece;
		cut_piece(w, out);
	} while (!whole && !holds_touched_line(w, out));
	return true;
}

void
windows_seek(struct windows *w, size_t offset)
{
	if (offset < w->to || w->kind == WINDOW_FILE || w->kind == WINDOW_LINES)
		return;
	/* Windows never merge across lines or statements: those before the offset's can be left out. */
	uint32_t line = text_line_at(w->text, offset);
	if (w->kind == WINDOW_STATEMENT)
		line = statement_begin(w->statements, line);
	w->from = w->to;
	if (line > w->next_line)
		w->next_line = line;
}
