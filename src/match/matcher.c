/*
 * matcher.c - from the touched lines of a text to the matches of all rules
 *
 *	touched lines → stretches of at most STRETCH_BYTES
 *	  → one prefilter pass over the stretch with the lines round it
 *	  → each rule without keywords, and each whose keyword was met:
 *	      its windows (window.c) → those with a keyword → its formula (formula.c)
 *	  → ranges that begin in the window's own part and touch the lines
 *	→ sorted, equal ones folded
 *
 * A derived keyword stands in every match, a written one is a condition of its
 * own: it must stand in the same piece of text that is examined. Rules on
 * the whole file ask the whole text for their keywords.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "match/literal.h"
#include "match/makeup.h"
#include "match/matcher_internal.h"
#include "match/reading.h"
#include "match/rule_program.h"
#include "match/screen.h"
#include "match/window.h"

/* Limits reported for one rule in one scan: further ones say nothing new. */
#define LIMITS_PER_RULE 8u

_Static_assert(LIMIT_MATCHES_PER_RULE == 1000, "take_range() names the number");

/* A run of touched lines and the lines round it that any rule asks for. */
struct stretch {
	struct line_range touched, region;
	bool resumes; /* begins with lines that the stretch before it ended with */
};

/* --- making one --- */

static int
find_keywords(struct matcher *m, size_t i, struct err *err)
{
	const struct rule *rule = m->rules->rules[i];
	struct keyword_list *keywords = &m->keywords[i];

	if (rule->nkeywords > 0 || rule->keywords_derived) {
		*keywords = (struct keyword_list){rule->keywords, rule->nkeywords};
		m->states[i].written = !rule->keywords_derived;
		return 0;
	}
	return literals_derive(&keywords->items, &keywords->n, &m->arena, rule, err);
}

static int
build(struct matcher *m, struct err *err)
{
	m->states = calloc(m->n + 1, sizeof(*m->states));
	m->keywords = calloc(m->n + 1, sizeof(*m->keywords));
	m->on_lines.items = calloc(m->n + 1, sizeof(*m->on_lines.items));
	m->on_file.items = calloc(m->n + 1, sizeof(*m->on_file.items));
	if (!m->states || !m->keywords || !m->on_lines.items || !m->on_file.items)
		return err_oom(err);
	for (size_t i = 0; i < m->n; i++) {
		const struct rule *rule = m->rules->rules[i];
		m->states[i].syntax = rule->taint || formula_needs_syntax(&rule->formula);
		if (find_keywords(m, i, err) < 0)
			return -1;
	}
	if (reading_new(&m->reading, m->rules->patterns, err) < 0 || matcher_make_views(m, err) < 0)
		return -1;
	if (keyword_index_new(&m->index, m->keywords, m->n, m->rules->prefilter, err) < 0)
		return -1;
	return regex_engine_new(&m->engine, err);
}

int
matcher_new(struct matcher **out, const struct ruleset *rules, struct err *err)
{
	struct matcher *m = calloc(1, sizeof(*m));

	*out = NULL;
	if (!m)
		return err_oom(err);
	m->rules = rules;
	m->n = rules->n;
	arena_init(&m->arena);
	arena_init(&m->scratch);
	if (build(m, err) < 0) {
		matcher_free(m);
		return -1;
	}
	*out = m;
	return 0;
}

void
matcher_free(struct matcher *m)
{
	if (!m)
		return;
	for (size_t i = 0; m->states && i < m->n; i++)
		rule_program_free(m->states[i].program);
	free(m->states);
	free(m->keywords);
	free(m->on_lines.items);
	free(m->on_file.items);
	keyword_index_free(m->index);
	regex_engine_free(m->engine);
	reading_free(m->reading);
	arena_release(&m->arena);
	arena_release(&m->scratch);
	statements_release(&m->statements);
	keyword_hits_release(&m->hits);
	free(m->spans.items);
	free(m->found.items);
	free(m->squeezed);
	matcher_free_views(m);
	free(m);
}

void
matcher_disable_prefilter(struct matcher *m)
{
	m->unfiltered = true;
}

/* --- one window --- */

static int
note_limit(struct run *run, size_t i, size_t offset, const char *reason)
{
	const struct match_limit limit = {run->m->rules->rules[i], text_line_at(run->text, offset), reason,
					  false};

	if (run->m->states[i].limits++ >= LIMITS_PER_RULE)
		return 0;
	return match_list_add_limit(run->list, &limit, run->err);
}

/* An empty match behind the last byte of a window belongs to what comes after it. */
static bool
belongs(const struct run *run, const struct window *window, const struct range *range)
{
	if (range->span_start < window->own_start || range->span_start >= window->own_end)
		return false;
	return range->span_start < window->end || window->end == run->text->bytes.len;
}

/* A pattern may begin with the indentation; what is reported begins at what matters. */
static struct range
without_blanks(const struct text *text, const struct range *range)
{
	struct slice shown = slice_trim(slice_sub(text->bytes, range->start, range->end));
	struct range trimmed = *range;

	if (shown.len > 0) {
		trimmed.start = (uint32_t)(shown.ptr - text->bytes.ptr);
		trimmed.end = trimmed.start + (uint32_t)shown.len;
	}
	return trimmed;
}

static int
take_range(struct run *run, size_t i, const struct window *window, const struct range *range,
	   const struct unit *unit)
{
	struct rule_state *state = &run->m->states[i];

	if (!belongs(run, window, range) ||
	    !makeup_touches(range, run->text, run->lines, run->m->rules->rules[i]->on))
		return 0;
	if (state->matches >= LIMIT_MATCHES_PER_RULE) {
		state->active = false;
		return note_limit(run, i, range->start, "more than 1000 matches of one rule");
	}
	state->matches++;
	const struct range shown = without_blanks(run->text, range);
	struct found found = {.rule = i, .changed = pieces_touch(&range->own, run->text, run->lines)};
	if (makeup_of(&found.match.makeup, range, unit, run->text, &run->list->arena, run->err) < 0)
		return -1;
	found.match.rule = run->m->rules->rules[i];
	return found_add(&run->m->found, &found, &shown, &run->list->arena, run->err);
}

static int
run_formula(struct run *run, size_t i, const struct window *window, struct formula_window *w)
{
	struct rule_state *state = &run->m->states[i];
	const struct range_list *ranges;

	if (!state->program && rule_program_new(&state->program, run->m->rules->rules[i], run->err) < 0)
		return -1;
	if (rule_program_evaluate(&ranges, state->program, w, run->err) < 0)
		return -1;
	if (w->limit && note_limit(run, i, window->start, w->limit) < 0)
		return -1;
	for (size_t k = 0; k < ranges->n && state->active; k++)
		if (take_range(run, i, window, &ranges->items[k], w->unit) < 0)
			return -1;
	return 0;
}

static int
examine(struct run *run, size_t i, const struct window *window)
{
	struct matcher *m = run->m;
	struct window_context seen = window_context(run->text, window);
	struct formula_window w = {
		.engine = m->engine,
		.text = run->text->bytes,
		.path = run->scan->path,
		.commit = run->scan->commit,
		.subject = {slice_sub(run->text->bytes, seen.start, window->end), window->start - seen.start,
			    seen.cut_start, seen.cut_end},
		.arena = &m->scratch,
	};

	arena_clear(&m->scratch);
	return run_formula(run, i, window, &w);
}

/* --- rules on syntax --- */

/* Parses the text for the first rule that asks. */
static int
parse_text(struct run *run)
{
	if (run->parsed)
		return 0;
	run->parsed = true;
	return reading_parse(run->m->reading, &run->unit, &run->language, &run->unread, run->scan->lang,
			     run->scan->path, run->text, run->err);
}

/*
 * Once a text, in the name of a rule that looks for defects: what a rule that merely observes
 * gave up does not make a review incomplete. Syntax errors are the text's own affair; any other
 * reason is a limit of ours.
 */
static int
note_unread(struct run *run, size_t i)
{
	size_t before = run->list->nlimits;

	if (!run->unread || run->m->rules->rules[i]->observes.len > 0)
		return 0;
	if (note_limit(run, i, 0, run->unread) < 0)
		return -1;
	if (run->list->nlimits > before)
		run->list->limits[before].partial = run->unread == parse_outcome_reason(PARSE_ERRORS);
	run->unread = NULL;
	return 0;
}

/* The text as the rule's patterns see it. 1, 0: they see nothing, or -1. */
static int
see_text(struct run *run, size_t i, struct formula_window *w)
{
	w->reading = run->m->reading;
	if (run->m->rules->rules[i]->generic.on)
		return 1;
	if (parse_text(run) < 0 || note_unread(run, i) < 0)
		return -1;
	w->unit = run->unit;
	w->language = run->language;
	return run->unit != NULL;
}

static int
examine_syntax(struct run *run, size_t i)
{
	struct matcher *m = run->m;
	struct slice bytes = run->text->bytes;
	struct formula_window w = {
		.engine = m->engine,
		.text = bytes,
		.lines = run->text,
		.touched = run->lines,
		.subject = {.bytes = bytes},
		.arena = &m->scratch,
		.exhaustive = m->unfiltered,
	};

	arena_clear(&m->scratch);
	int seen = see_text(run, i, &w);
	return seen > 0 ? run_formula(run, i, &(struct window){0, bytes.len, 0, bytes.len + 1}, &w) : seen;
}

struct reading *
matcher_reading(struct matcher *m)
{
	return m->reading;
}

/* --- the windows of a rule --- */

/* What the prefilter would have answered for a rule whose keywords are a condition. */
static bool
has_written_keyword(const struct run *run, size_t i, const struct window *window)
{
	return keyword_list_find(&run->m->keywords[i],
				 slice_sub(run->text->bytes, window->start, window->end));
}

static void
begin_windows(struct windows *w, const struct run *run, size_t i, const struct stretch *stretch)
{
	const struct rule *rule = run->m->rules->rules[i];

	windows_begin(w, run->text, run->lines, stretch->touched, rule->window, rule->window_lines,
		      &run->m->statements);
	w->resumes = stretch->resumes && rule->window != WINDOW_LINE;
}

static int
run_everywhere(struct run *run, size_t i, const struct stretch *stretch, bool ask_keywords)
{
	struct windows w;
	struct window window;

	begin_windows(&w, run, i, stretch);
	while (run->m->states[i].active && !scan_is_late(run->scan) && windows_next(&w, &window))
		if ((!ask_keywords || has_written_keyword(run, i, &window)) && examine(run, i, &window) < 0)
			return -1;
	return 0;
}

static int
run_at_keywords(struct run *run, size_t i, const struct stretch *stretch)
{
	struct keyword_spans *spans = &run->m->spans;
	struct windows w;
	struct window window;
	size_t at = 0;

	if (keyword_hits_of_rule(spans, &run->m->hits, run->m->index, i, run->err) < 0)
		return -1;
	begin_windows(&w, run, i, stretch);
	while (run->m->states[i].active && at < spans->n && !scan_is_late(run->scan) &&
	       windows_next(&w, &window)) {
		if (keyword_spans_within(spans, &at, window.start, window.end)) {
			if (examine(run, i, &window) < 0)
				return -1;
		} else if (at < spans->n)
			windows_seek(&w, spans->items[at].start);
	}
	return 0;
}

static bool
is_on_file(const struct matcher *m, size_t i)
{
	return m->states[i].syntax || m->rules->rules[i]->window == WINDOW_FILE;
}

static bool
is_filtered(const struct matcher *m, size_t i)
{
	return !m->unfiltered && keyword_index_covers(m->index, i);
}

/* Statements are found when a rule first asks for them. */
static int
split_statements(struct run *run, size_t i, const struct stretch *stretch)
{
	if (run->split || run->m->rules->rules[i]->window != WINDOW_STATEMENT)
		return 0;
	run->split = true;
	return statements_find(&run->m->statements, run->text, stretch->region.first, stretch->region.last,
			       run->err);
}

static int
run_rule(struct run *run, size_t i, const struct stretch *stretch)
{
	struct matcher *m = run->m;
	bool filtered = is_filtered(m, i);

	if (filtered && !keyword_hits_any(&m->hits, m->index, i))
		return 0;
	if (split_statements(run, i, stretch) < 0)
		return -1;
	if (filtered)
		return run_at_keywords(run, i, stretch);
	return run_everywhere(run, i, stretch, m->states[i].written && m->keywords[i].n > 0);
}

/* --- stretches --- */

/* Where the touched lines from `line` on are cut: before a gap, or when they are too many bytes. */
static uint32_t
stretch_end(const struct run *run, uint32_t line, uint32_t reach)
{
	size_t begin = run->text->starts[line - 1];
	uint32_t last = line, next;

	while ((next = touched_line_from(run->lines, last + 1)) != 0 && next <= run->text->nlines &&
	       next - last <= 2 * (uint64_t)reach + 1 && run->text->starts[next] - begin <= STRETCH_BYTES)
		last = next;
	return last;
}

/* After a stretch that was cut within a run the next one takes in as many lines again as a match can have. */
static uint32_t
step_back(const struct run *run, const struct stretch *stretch)
{
	uint32_t last = stretch->touched.last;
	size_t end = run->text->starts[last];

	if (touched_line_from(run->lines, last + 1) != last + 1 || end < LIMIT_OVERLAP_LINES)
		return last + 1;
	uint32_t back = text_line_at(run->text, end - LIMIT_OVERLAP_LINES);
	return back > stretch->touched.first ? back : last + 1;
}

/* The next stretch from `line` on, behind the one that *stretch holds; false at the end. */
static bool
next_stretch(const struct run *run, struct stretch *stretch, uint32_t line, uint32_t reach)
{
	uint32_t nlines = run->text->nlines;
	uint32_t first = touched_line_from(run->lines, line);

	if (first == 0 || first > nlines)
		return false;
	stretch->resumes = first <= stretch->touched.last;
	stretch->touched = (struct line_range){first, stretch_end(run, first, reach)};
	stretch->region.first = first > reach ? first - reach : 1;
	stretch->region.last =
		nlines - stretch->touched.last > reach ? stretch->touched.last + reach : nlines;
	return true;
}

static int
scan_stretch(struct run *run, const struct stretch *stretch)
{
	struct matcher *m = run->m;
	const uint32_t *starts = run->text->starts;

	run->split = false;
	if (!m->unfiltered &&
	    (keyword_index_scan(&m->hits, m->index, run->text->bytes, starts[stretch->region.first - 1],
				starts[stretch->region.last], run->err) < 0 ||
	     matcher_note_full(run, stretch->touched.first) < 0))
		return -1;
	for (size_t k = 0; k < m->on_lines.n && !scan_is_late(run->scan); k++) {
		size_t i = m->on_lines.items[k];
		if (m->states[i].active && run_rule(run, i, stretch) < 0)
			return -1;
	}
	return 0;
}

static int
scan_lines(struct run *run)
{
	struct stretch stretch = {.resumes = false};
	const struct rule_places *rules = &run->m->on_lines;
	uint32_t reach = 0;

	for (size_t k = 0; k < rules->n; k++) {
		uint32_t own = window_reach(run->m->rules->rules[rules->items[k]]);
		reach = own > reach ? own : reach;
	}
	for (uint32_t line = 1;
	     rules->n > 0 && !scan_is_late(run->scan) && next_stretch(run, &stretch, line, reach);
	     line = step_back(run, &stretch))
		if (scan_stretch(run, &stretch) < 0)
			return -1;
	return 0;
}

/* --- rules on the whole file --- */

/* 1, 0 or -1. */
static int
asks_in_vain(struct run *run, size_t i)
{
	const struct matcher *m = run->m;

	if (is_filtered(m, i))
		return !m->states[i].seen;
	if (!m->states[i].written || m->keywords[i].n == 0)
		return 0;
	int has = matcher_has_keyword(run, i);
	return has < 0 ? -1 : !has;
}

static int
scan_file(struct run *run)
{
	struct matcher *m = run->m;
	struct stretch all = {.touched = {1, run->text->nlines}};

	if (m->on_file.n == 0)
		return 0;
	if (!m->unfiltered && matcher_see_keywords(run) < 0)
		return -1;
	for (size_t k = 0; k < m->on_file.n && !scan_is_late(run->scan); k++) {
		size_t i = m->on_file.items[k];
		int vain = m->states[i].active ? asks_in_vain(run, i) : 1;
		if (vain < 0)
			return -1;
		if (vain)
			continue;
		if (m->states[i].syntax ? examine_syntax(run, i) < 0
					: run_everywhere(run, i, &all, false) < 0)
			return -1;
	}
	return 0;
}

/* --- a scan --- */

void
matcher_clear_rules(struct matcher *m)
{
	m->on_lines.n = m->on_file.n = 0;
}

void
matcher_add_rule(struct matcher *m, size_t i)
{
	struct rule_places *places = is_on_file(m, i) ? &m->on_file : &m->on_lines;
	struct rule_state *state = &m->states[i];

	places->items[places->n++] = (uint32_t)i;
	state->active = true;
	state->seen = false;
	state->matches = state->limits = 0;
}

static void
begin_rules(struct matcher *m, const struct scan *scan)
{
	m->found.n = 0;
	matcher_clear_rules(m);
	for (size_t i = 0; i < m->n; i++)
		if (!scan->filter || scan->filter(scan->filter_ctx, m->rules->rules[i]))
			matcher_add_rule(m, i);
}

int
matcher_scan_text(struct run *run)
{
	return scan_lines(run) < 0 || scan_file(run) < 0 ? -1 : 0;
}

int
matcher_scan(struct matcher *m, const struct scan *scan, struct match_list *list, struct err *err)
{
	struct line_set whole = {&(struct line_range){1, scan->text->nlines}, 1};
	struct run run = {m, scan->text, scan->lines ? scan->lines : &whole, list, err, .scan = scan};

	begin_rules(m, scan);
	reading_forget(m->reading);
	regex_engine_set_deadline(m->engine, scan->deadline);
	reading_set_deadline(m->reading, scan->deadline);
	if (scan->text->nlines == 0 || run.lines->n == 0)
		return 0;
	if (matcher_scan_text(&run) < 0 || matcher_scan_decoded(&run) < 0)
		return -1;
	found_sort(&m->found);
	screen_settle(&m->found, scan->text);
	return found_deliver(&m->found, list, err);
}
