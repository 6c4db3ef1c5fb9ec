/*
 * taint_scope.c - which functions are worth running
 *
 *	main() ──► handle() ──► parse()  a source
 *	              │
 *	              └──────► store()   a sink; its lines are touched
 *	other() ──► parse()
 *
 * Taint goes up with results and down with arguments, so the calls that a finding leads
 * through all begin in one function, where the source's taint meets the sink: one that
 * calls, by however many steps, a touched function, one with a source, and one with
 * a sink (handle() and main(), not other()). Those report. They run from the start, and so does
 * what has a source among all that they call (parse()); any other function runs once it is
 * handed taint (store(), when handle() calls it with the result of parse()).
 *
 * Variables outside functions are seen in all of them: if that code has a source, every
 * function has.
 */
#include "base/buf.h"
#include "match/reading.h"
#include "match/taint_machine.h"

/* ---- where ranges lie ---- */

struct cover {
	uint32_t *counts; /* by node; first of changes, then of covered nodes before it */
	uint32_t n;
};

static int
cover_begin(struct cover *cover, struct taint_machine *m)
{
	cover->n = m->unit->shape.n;
	cover->counts = arena_array(&m->arena, cover->n + 2, sizeof(*cover->counts));
	return cover->counts ? 0 : err_oom(m->err);
}

/* The last node that begins before `end`, or the first one. */
static uint32_t
last_before(const struct taint_machine *m, uint32_t end)
{
	uint32_t low = 0, high = m->unit->shape.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (m->nodes[mid].start < end)
			low = mid + 1;
		else
			high = mid;
	}
	return low > 0 ? low - 1 : 0;
}

static void
cover_add(struct cover *cover, const struct taint_machine *m, uint32_t start, uint32_t end)
{
	uint32_t first = last_before(m, start + 1), last = last_before(m, end > start ? end : start + 1);

	cover->counts[first]++;
	cover->counts[last + 1]--; /* wraps round; the sum is right */
}

static void
cover_end(struct cover *cover)
{
	uint32_t open = 0, covered = 0;

	for (uint32_t i = 0; i <= cover->n; i++) {
		open += cover->counts[i];
		cover->counts[i] = covered;
		covered += open > 0;
	}
}

/* The functions that have a covered node; of the code outside functions, one that is its own. */
static void
cover_functions(bool *out, const struct cover *cover, const struct taint_machine *m)
{
	const struct text_functions *fs = m->functions;
	uint32_t outside = cover->counts[cover->n];

	for (size_t i = 1; i < fs->n; i++) {
		uint32_t node = fs->items[i].node;
		uint32_t covered = cover->counts[m->nodes[node].subtree_end] - cover->counts[node];

		out[i] = covered > 0;
		if (fs->items[i].apart)
			outside -= covered;
	}
	out[0] = outside > 0;
}

static int
with_ranges(bool *out, struct taint_machine *m, const struct entries *entries)
{
	struct cover cover;

	if (cover_begin(&cover, m) < 0)
		return -1;
	for (size_t i = 0; i < entries->n; i++)
		for (size_t k = 0; k < entries->items[i].ranges->n; k++)
			cover_add(&cover, m, entries->items[i].ranges->items[k].start,
				  entries->items[i].ranges->items[k].end);
	cover_end(&cover);
	cover_functions(out, &cover, m);
	return 0;
}

static int
with_touched_lines(bool *out, struct taint_machine *m)
{
	const struct line_set *lines = m->window->touched;
	const struct text *text = m->window->lines;
	struct cover cover;

	if (cover_begin(&cover, m) < 0)
		return -1;
	for (size_t i = 0; i < lines->n && lines->ranges[i].first <= text->nlines; i++) {
		uint32_t last = lines->ranges[i].last < text->nlines ? lines->ranges[i].last : text->nlines;
		cover_add(&cover, m, text->starts[lines->ranges[i].first - 1], text->starts[last]);
	}
	cover_end(&cover);
	cover_functions(out, &cover, m);
	return 0;
}

/* ---- along calls ---- */

static int
calls_of(struct call_lists *out, struct taint_machine *m, bool up)
{
	const struct text_functions *fs = m->functions;

	out->up = up;
	out->first = arena_array(&m->arena, fs->n, sizeof(*out->first));
	out->next = arena_array(&m->arena, fs->ncalls + 1, sizeof(*out->next));
	if (!out->first || !out->next)
		return err_oom(m->err);
	for (size_t i = 0; i < fs->ncalls; i++) {
		uint32_t at = up ? fs->calls[i].callee : fs->calls[i].caller;
		out->next[i] = out->first[at];
		out->first[at] = (uint32_t)i + 1;
	}
	return 0;
}

/* Adds to the set whatever calls lead to from it. */
static int
spread(bool *set, struct taint_machine *m, const struct call_lists *calls)
{
	const struct text_functions *fs = m->functions;
	uint32_t *todo = arena_array(&m->arena, fs->n, sizeof(*todo));
	size_t n = 0;

	if (!todo)
		return err_oom(m->err);
	for (uint32_t i = 0; i < fs->n; i++)
		if (set[i])
			todo[n++] = i;
	while (n > 0)
		for (uint32_t c = calls->first[todo[--n]]; c > 0; c = calls->next[c - 1]) {
			uint32_t to = calls->up ? fs->calls[c - 1].caller : fs->calls[c - 1].callee;
			if (set[to])
				continue;
			set[to] = true;
			todo[n++] = to;
		}
	return 0;
}

/* ---- both ---- */

static bool *
set_of_functions(struct taint_machine *m, bool all)
{
	bool *set = arena_array(&m->arena, m->functions->n, sizeof(*set));

	if (set && all)
		memset(set, true, m->functions->n * sizeof(*set));
	return set;
}

/* Functions: with touched lines, with a source, with a sink; or that lead to such by calls. */
struct scope {
	bool *touched, *sources, *sinks;
};

static int
find_scope(struct scope *out, struct taint_machine *m)
{
	const struct formula_window *w = m->window;
	/* A call that was not found may be any. */
	bool all = !w->touched || w->exhaustive || m->functions->limit;

	out->touched = set_of_functions(m, all);
	out->sources = set_of_functions(m, false);
	out->sinks = set_of_functions(m, false);
	if (!out->touched || !out->sources || !out->sinks)
		return err_oom(m->err);
	if ((!all && with_touched_lines(out->touched, m) < 0) ||
	    with_ranges(out->sources, m, &m->sources) < 0 || with_ranges(out->sinks, m, &m->sinks) < 0)
		return -1;
	if (spread(out->touched, m, &m->callers) < 0 || spread(out->sources, m, &m->callers) < 0 ||
	    spread(out->sinks, m, &m->callers) < 0)
		return -1;
	if (out->sources[0]) {
		out->sources = set_of_functions(m, true);
		if (out->touched[0])
			out->touched = out->sources;
	}
	return out->sources && out->touched ? 0 : err_oom(m->err);
}

static int
make_summaries(struct taint_machine *m)
{
	void *summaries = m->summaries;
	size_t had = m->summaries_cap;

	if (array_reserve(&summaries, &m->summaries_cap, m->functions->n, sizeof(*m->summaries)) < 0)
		return err_oom(m->err);
	m->summaries = summaries;
	for (size_t i = had; i < m->summaries_cap; i++)
		m->summaries[i] = (struct summary){0};
	return 0;
}

/* 1 if any function reports. */
static int
begin_summaries(struct taint_machine *m, const struct scope *scope)
{
	size_t n = m->functions->n;
	bool *below = set_of_functions(m, false), any = false;
	struct call_lists callees;

	if (!below)
		return err_oom(m->err);
	for (size_t i = 0; i < n; i++) {
		below[i] = scope->touched[i] && scope->sources[i] && scope->sinks[i];
		any |= below[i];
		m->summaries[i] = (struct summary){.sinks = m->summaries[i].sinks,
						   .sinks_cap = m->summaries[i].sinks_cap,
						   .reports = below[i]};
	}
	if (any && (calls_of(&callees, m, false) < 0 || spread(below, m, &callees) < 0))
		return -1;
	for (size_t i = 0; i < n; i++)
		m->summaries[i].runs = m->summaries[i].due = i == 0 || (below[i] && scope->sources[i]);
	return any;
}

int
taint_scope(struct taint_machine *m)
{
	struct scope scope;

	m->functions = reading_functions(m->window->reading);
	if (text_functions_find(m->functions, m->unit, m->language, m->err) < 0)
		return -1;
	m->lacking = m->functions->limit ? m->functions->limit : m->lacking;
	if (make_summaries(m) < 0 || calls_of(&m->callers, m, true) < 0 || find_scope(&scope, m) < 0)
		return -1;
	return begin_summaries(m, &scope);
}

/* ---- while it runs ---- */

static void
make_due(struct taint_machine *m, struct summary *summary)
{
	summary->due = true;
	m->changed = true;
}

void
taint_open(struct taint_machine *m, uint32_t function)
{
	struct summary *summary = &m->summaries[function];

	if (summary->open)
		return;
	summary->open = summary->runs = true;
	make_due(m, summary);
}

void
taint_tell_callers(struct taint_machine *m)
{
	size_t function = (size_t)(m->summary - m->summaries);

	for (uint32_t c = m->callers.first[function]; c > 0; c = m->callers.next[c - 1]) {
		struct summary *caller = &m->summaries[m->functions->calls[c - 1].caller];
		if (caller->runs)
			make_due(m, caller);
	}
}
