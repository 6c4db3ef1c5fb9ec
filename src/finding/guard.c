/*
 * guard.c - a removed guard is a defect, removed code is not
 *
 * Worked example; the rule matches "@login_required".
 *
 *	   @app.route("/a")            1. A hunk of one removed line. The line it
 *	  -@login_required                decorates stays: the guard is lost.
 *	   def a():
 *	       return secret()
 *	  -@login_required             2. The hunk only deletes and takes the
 *	  -def b():                       decorated line along: nothing is left
 *	  -    return secret()            unguarded.
 *	  -@login_required             3. The rule matches a new line of the same
 *	  +@login_required(role="x")      hunk: the guard is still there.
 *	   def c():
 *
 * If in 2 "def b():" stands among the file's added lines, it was moved, and must have its
 * guard above it there.
 *
 * A guard that is a statement is tied to the line that encloses it, the nearest
 * one above with less indentation:
 *
 *	  -def d():                    4. Taken along: nothing is left.
 *	  -    check_access()
 *	  -    return secret()
 *	   def e():
 *	  -    check_access()          5. Stays: lost.
 *	       return secret()
 *	  -    if not allowed():       6. A guard that leaves (return, raise, throw ...)
 *	  -        raise Denied           belongs to its condition, so what counts is the
 *	       return secret()            line that encloses the condition: lost.
 *
 * One deletion has several spellings when the line above it equals its last
 * line. This one is 2 over again, slid down by a line, so the hunk is slid up
 * and judged there:
 *
 *	   @login_required
 *	  -def f():
 *	  -    return secret()
 *	  -@login_required
 *	   def g():
 */
#include "finding/guard.h"

#include "base/ascii.h"

#define TAB_COLUMNS 8u

/* --- lines --- */

static uint32_t
indentation(struct slice line)
{
	uint32_t columns = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (line.ptr[i] == '\t')
			columns += TAB_COLUMNS - columns % TAB_COLUMNS;
		else if (line.ptr[i] == ' ')
			columns++;
		else
			break;
	}
	return columns;
}

/* "@x", "#[x]", "[x]": written above what it is about. */
static bool
is_decorator(struct slice line)
{
	line = slice_trim(line);
	return slice_starts(line, "@") || slice_starts(line, "#[") || slice_starts(line, "[");
}

/* Blank, brackets alone, a comment or a directive of the preprocessor: encloses and is guarded by nothing. */
static bool
is_idle(struct slice line, enum language lang)
{
	const struct comment_syntax *syntax = language_comments(lang);
	bool word = false;

	line = slice_trim(line);
	for (size_t i = 0; i < line.len && !word; i++)
		word = ascii_is_alnum(line.ptr[i]) || (unsigned char)line.ptr[i] >= 0x80;
	if (!word || slice_starts(line, "#"))
		return true;
	for (size_t i = 0; i < sizeof(syntax->line) / sizeof(*syntax->line) && syntax->line[i]; i++)
		if (slice_starts(line, syntax->line[i]))
			return true;
	for (size_t i = 0; i < sizeof(syntax->block) / sizeof(*syntax->block) && syntax->block[i][0]; i++)
		if (slice_starts(line, syntax->block[i][0]))
			return true;
	return false;
}

/* Does the line leave the block it is in? "return x", "raise Denied", "os.abort". */
static bool
is_exit(struct slice line)
{
	static const char *const words[] = {"return", "raise", "throw", "abort", "exit", "die",
					    "panic",  "break", "goto",  "fail",  "deny", "continue"};
	size_t from = 0, to = 0;

	line = slice_trim(line);
	for (; to < line.len && (ascii_is_alnum(line.ptr[to]) || line.ptr[to] == '_' || line.ptr[to] == '.');
	     to++)
		if (line.ptr[to] == '.')
			from = to + 1;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_eq_str(slice_sub(line, from, to), words[i]))
			return true;
	return false;
}

/* --- what went with the guard --- */

/* The nearest line above that encloses this one; 0 when it stands above `first` or nowhere. */
static uint32_t
enclosing(const struct guard *g, uint32_t line, uint32_t first)
{
	const struct text *text = &g->change->old_text;
	uint32_t depth = indentation(text_line(text, line));

	while (line-- > first) {
		struct slice above = text_line(text, line);
		if (!is_idle(above, g->lang) && indentation(above) < depth)
			return line;
	}
	return 0;
}

/* Did the deletion take the line that encloses the guard? */
static bool
enclosure_went(const struct guard *g, struct line_range deleted, struct line_range lines)
{
	struct slice guard = text_line(&g->change->old_text, lines.first);
	uint32_t line = enclosing(g, lines.first, deleted.first);

	if (line != 0 && is_exit(guard))
		line = enclosing(g, line, deleted.first);
	return line != 0;
}

/*
 * The line that a guard in these lines decorates, below other decorators and their
 * arguments; 0: there is none up to `end`.
 */
static uint32_t
decorated(const struct text *text, enum language lang, struct line_range lines, uint32_t end)
{
	struct slice guard = text_line(text, lines.first);

	if (!is_decorator(guard))
		return 0;
	for (uint32_t line = lines.last + 1; line <= end; line++) {
		struct slice below = text_line(text, line);
		if (!is_decorator(below) && !is_idle(below, lang) && indentation(below) <= indentation(guard))
			return line;
	}
	return 0;
}

/* Does the rule match a guard that decorates this line of the new text? */
static bool
is_guarded(const struct guard *g, uint32_t line, const struct match_list *guards)
{
	const struct text *text = &g->change->new_text;

	for (size_t i = 0; i < guards->n; i++) {
		const struct match *m = &guards->items[i];
		struct line_range lines = fingerprint_lines(text, m->start, m->end);
		if (m->rule == g->match->rule && decorated(text, g->lang, lines, line) == line)
			return true;
	}
	return false;
}

/* Was what the guard decorated only moved within the file, and came out without its guard? */
static bool
came_out_bare(const struct guard *g, uint32_t line, const struct match_list *guards)
{
	const struct change *change = g->change;
	struct slice moved = slice_trim(text_line(&change->old_text, line));

	for (size_t i = 0; i < change->added.n; i++) {
		struct line_range range = change->added.ranges[i];
		for (uint32_t at = range.first; at <= range.last; at++)
			if (slice_eq(slice_trim(text_line(&change->new_text, at)), moved) &&
			    !is_guarded(g, at, guards))
				return true;
	}
	return false;
}

static bool
decorated_went(const struct guard *g, struct line_range deleted, struct line_range lines,
	       const struct match_list *guards)
{
	uint32_t line = decorated(&g->change->old_text, g->lang, lines, deleted.last);

	return line != 0 && !came_out_bare(g, line, guards);
}

/*
 * Slides a deletion up until the guard at its end is out of it. What is then
 * in it is the equal guard above. False when the lines do not allow it.
 */
static bool
slide_up(const struct text *text, struct line_range *deleted, struct line_range *lines)
{
	uint32_t length = deleted->last - deleted->first + 1;
	uint32_t steps = deleted->last - lines->first + 1;

	if (lines->first < deleted->first || steps >= deleted->first)
		return false;
	for (uint32_t i = 0; i < steps; i++)
		if (!slice_eq(text_line(text, deleted->first - 1 - i), text_line(text, deleted->last - i)))
			return false;
	if (text_contiguous(text, deleted->last).first > deleted->first - steps)
		return false;
	*deleted = (struct line_range){deleted->first - steps, deleted->last - steps};
	*lines = (struct line_range){lines->first - length, lines->last - length};
	return true;
}

static bool
went_with_it(const struct guard *g, struct line_range deleted, struct line_range lines,
	     const struct match_list *guards)
{
	return enclosure_went(g, deleted, lines) || decorated_went(g, deleted, lines, guards);
}

/* --- the decision --- */

bool
guard_in_hunk(const struct guard *g, const struct match *match)
{
	struct line_range span = fingerprint_lines(&g->change->new_text, match->span_start, match->span_end);
	uint32_t first = g->hunk.new_start, last = first + g->hunk.new_count;

	if (g->hunk.new_count == 0)
		return false;
	if (match->makeup.own.n > 0)
		return line_set_touches(&match->makeup.own, first, last - 1) ||
		       line_set_touches(&match->makeup.around, first, last - 1);
	return span.first < last && span.last >= first;
}

bool
guard_block_went(const struct guard *g, uint32_t first)
{
	uint32_t last = g->hunk.old_start + g->hunk.old_count;
	struct line_range deleted = {g->hunk.old_start > first ? g->hunk.old_start : first, last - 1};

	return g->hunk.new_count == 0 && g->hunk.old_count > 0 && deleted.first <= deleted.last &&
	       enclosure_went(g, deleted, g->lines);
}

/* Does the rule match a new line of the hunk? */
static bool
still_matches(const struct guard *g, const struct match_list *guards)
{
	for (size_t i = 0; i < guards->n; i++)
		if (guards->items[i].rule == g->match->rule && guard_in_hunk(g, &guards->items[i]))
			return true;
	return false;
}

bool
guard_is_lost(const struct guard *g, const struct match_list *guards)
{
	if (g->change->entry.status == ENTRY_DELETED)
		return false;
	if (g->hunk.old_count == 0) /* no hunk is known to remove it: nothing can excuse it */
		return true;
	if (g->hunk.new_count > 0)
		return !still_matches(g, guards);
	struct line_range deleted = {g->hunk.old_start, g->hunk.old_start + g->hunk.old_count - 1};
	struct line_range lines = g->lines;
	if (went_with_it(g, deleted, lines, guards))
		return false;
	return !slide_up(&g->change->old_text, &deleted, &lines) || !went_with_it(g, deleted, lines, guards);
}

/* --- where it stood --- */

/* The first line of the set that is removed, or 0. */
static uint32_t
removed_of(const struct change *change, const struct line_set *set)
{
	for (size_t i = 0; i < set->n; i++)
		for (uint32_t line = set->ranges[i].first; line <= set->ranges[i].last; line++)
			if (line_set_has(&change->removed, line))
				return line;
	return 0;
}

/* The first line of the match that is removed: reported ones before others of its span. */
static uint32_t
removed_line(const struct change *change, const struct match *match, struct line_range lines,
	     struct line_range span)
{
	uint32_t own = removed_of(change, &match->makeup.own);

	if (own == 0)
		own = removed_of(change, &match->makeup.around);
	if (own != 0)
		return own;
	for (uint32_t line = lines.first; line <= lines.last; line++)
		if (line_set_has(&change->removed, line))
			return line;
	for (uint32_t line = span.first; line <= span.last; line++)
		if (line_set_has(&change->removed, line))
			return line;
	return lines.first;
}

void
guard_init(struct guard *guard, const struct change *change, enum language lang, const struct match *match)
{
	const struct text *text = &change->old_text;

	*guard = (struct guard){.change = change, .lang = lang, .match = match};
	guard->lines = fingerprint_lines(text, match->start, match->end);
	guard->first = match->makeup.own.n > 0 ? match->makeup.own.ranges[0].first : guard->lines.first;
	guard->line = removed_line(change, match, guard->lines,
				   fingerprint_lines(text, match->span_start, match->span_end));
	if (!line_set_has(&change->removed, guard->line))
		guard->line = guard->first;
	uint32_t line = guard->line;
	for (size_t i = 0; i < change->nhunks; i++) {
		const struct hunk *h = &change->hunks[i];
		if (line >= h->old_start && line - h->old_start < h->old_count)
			guard->hunk = *h;
	}
}

uint32_t
guard_new_line(const struct guard *g)
{
	const struct hunk *h = &g->hunk;

	if (h->old_count == 0)
		return 1;
	uint32_t line = g->match->makeup.own.n > 0 ? g->line : g->lines.first;
	if (h->new_count == 0 || line < h->old_start)
		return h->new_start;
	uint32_t offset = line - h->old_start;
	return h->new_start + (offset < h->new_count ? offset : h->new_count - 1);
}

uint64_t
guard_place(const struct text *text, const struct line_set *changed, const struct match *match,
	    struct line_key key)
{
	struct line_range lines = fingerprint_lines(text, match->start, match->end);
	uint32_t line = lines.first, known = text_contiguous(text, lines.last).last;
	uint64_t place = 0;
	bool after = false;

	for (; line <= known && !after; line++) {
		struct slice s = text_line(text, line);
		if (slice_trim(s).len == 0)
			continue;
		if (!line_set_has(changed, line))
			return 0;
		after = line > lines.last;
		uint64_t mixed[] = {place, fingerprint_line_keyed(s, key)};
		place = fingerprint_line_keyed(slice_of(mixed, sizeof(mixed)), key);
	}
	return place;
}
