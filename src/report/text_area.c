/*
 * text_area.c - the eight-area review, one line each
 *
 *   sql-injection  block  1 finding   12 of 31 rules  at app.py:40  seen: ORM queries 2 (app.py:4, 9)
 *   dependencies   -      0 findings  0 of 9 rules read these files
 *
 * An area none of whose rules read a changed file has no verdict: nothing is
 * claimed without evidence.
 */
#include "report/text.h"

#include <inttypes.h>

#include "base/escape.h"

#define NAME_COLUMNS     18u
#define VERDICT_COLUMNS  7u
#define FINDINGS_COLUMNS 16u
#define RULES_COLUMNS    19u
#define PLACES           3u /* of one kind of evidence, unless verbose */

/* Fills the cell of a table that began at byte `from` of the line. */
static void
pad(struct buf *line, size_t from, size_t width)
{
	for (size_t used = line->len - from; used < width; used++)
		buf_add_char(line, ' ');
}

/* A list of places: "a.py:12, 19, b.py:3". */
struct places {
	struct slice path; /* of the last one */
	size_t n;
};

static void
line_add_place(struct buf *line, struct places *places, struct slice path, uint32_t number)
{
	if (places->n++ > 0)
		buf_add_str(line, ", ");
	if (places->n == 1 || !slice_eq(places->path, path)) {
		escape_path(line, path);
		buf_add_char(line, ':');
	}
	buf_addf(line, "%u", (unsigned)number);
	places->path = path;
}

static void
line_add_findings(struct text_writer *w, const struct area_review *area)
{
	struct places places = {0};
	size_t most = w->options->verbose ? SIZE_MAX : PLACES;

	if (area->findings == 0)
		return;
	buf_add_str(&w->line, "   at ");
	for (size_t i = 0; i < w->review->nactive && places.n < most; i++) {
		const struct finding *f = &w->review->findings[i];
		if (f->rule->area == area->area)
			line_add_place(&w->line, &places, f->path, f->line);
	}
	if (places.n < area->findings)
		buf_addf(&w->line, " and %" PRIu64 " more", area->findings - places.n);
}

static void
line_add_seen(struct text_writer *w, const struct area_review *area)
{
	size_t most = w->options->verbose ? SIZE_MAX : PLACES;

	for (size_t i = 0; i < area->nseen; i++) {
		const struct observation *seen = &area->seen[i];
		struct places places = {0};
		buf_add_str(&w->line, i == 0 ? "   seen: " : "; ");
		report_fold(&w->line, seen->what);
		buf_addf(&w->line, " %" PRIu64, seen->count);
		if (seen->nplaces == 0)
			continue;
		buf_add_str(&w->line, " (");
		for (size_t p = 0; p < seen->nplaces && p < most; p++)
			line_add_place(&w->line, &places, seen->places[p].path, seen->places[p].line);
		buf_add_str(&w->line, places.n < seen->count ? ", ...)" : ")");
	}
}

static void
line_add_rules(struct text_writer *w, const struct area_review *area)
{
	size_t from = w->line.len;

	if (area->rules == 0)
		buf_add_str(&w->line, "no rules");
	else if (area->applied == 0)
		buf_addf(&w->line, "0 of %" PRIu64 " rules read these files", area->rules);
	else
		buf_addf(&w->line, "%" PRIu64 " of %" PRIu64 " rules", area->applied, area->rules);
	if (area->findings > 0 || area->nseen > 0)
		pad(&w->line, from, RULES_COLUMNS - 3);
}

static void
add_verdict(struct text_writer *w, const struct area_review *area)
{
	bool claimed = area->applied > 0 || area->findings > 0;
	size_t from;

	if (claimed)
		text_paint(w, text_paint_of(area->verdict));
	from = w->out->len;
	buf_add_str(w->out, claimed ? verdict_name(area->verdict) : "-");
	size_t width = w->out->len - from;
	if (claimed)
		text_paint(w, PAINT_OFF);
	for (; width < VERDICT_COLUMNS; width++)
		buf_add_char(w->out, ' ');
}

static void
add_area(struct text_writer *w, const struct area_review *area)
{
	size_t from = w->out->len;

	buf_add_str(w->out, area_name(area->area));
	pad(w->out, from, NAME_COLUMNS);
	add_verdict(w, area);
	text_start(w, &w->line);
	buf_addf(&w->line, "%3" PRIu64 " %s", area->findings, area->findings == 1 ? "finding" : "findings");
	pad(&w->line, 0, FINDINGS_COLUMNS - 1);
	line_add_rules(w, area);
	line_add_findings(w, area);
	line_add_seen(w, area);
	buf_add_slice(w->out, buf_slice(&w->line));
	buf_add_char(w->out, '\n');
}

void
text_areas(struct text_writer *w)
{
	for (int i = 0; i < AREA_COUNT; i++)
		add_area(w, &w->review->areas[i]);
}
