/*
 * matcher_decoded.c - rules on what is encoded in the touched lines
 *
 *	a notebook's cells (notebook.c), then
 *	text, its touched lines ──► views (decoded.c) ──► matches there ──► matches in the text
 *	                              └──► views of the views, up to LIMIT_DECODE_DEPTH
 *
 * A match stands for the bytes that are encoded: what it bound is theirs, too, so
 * that nobody shows a secret that the text itself does not show.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "match/matcher_internal.h"
#include "match/notebook.h"

_Static_assert(LIMIT_UNPACKED_BYTES == 8u << 20, "the sentence names the number");
#define BOUND_REASON    "compressed text was looked at up to 8 MiB"

#define NOTEBOOK_REASON "the notebook is no JSON from here on: its cells were read line by line"

int
matcher_make_views(struct matcher *m, struct err *err)
{
	bool asked = false;

	for (size_t i = 0; i < m->n; i++) {
		m->states[i].decodes = rule_decodes(m->rules->rules[i]);
		asked |= m->states[i].decodes;
	}
	if (!asked)
		return 0;
	m->views = calloc(LIMIT_DECODE_DEPTH, sizeof(*m->views));
	if (!m->views)
		return err_oom(err);
	for (size_t i = 0; i < LIMIT_DECODE_DEPTH; i++)
		decoded_init(&m->views[i]);
	return 0;
}

void
matcher_free_views(struct matcher *m)
{
	for (size_t i = 0; m->views && i < LIMIT_DECODE_DEPTH; i++)
		decoded_release(&m->views[i]);
	free(m->views);
}

/* Leaves the rules that read views and have been asked for. */
static bool
choose_rules(const struct run *run)
{
	struct matcher *m = run->m;
	const struct scan *scan = run->scan;

	matcher_clear_rules(m);
	for (size_t i = 0; i < m->n; i++)
		if (m->states[i].decodes &&
		    (!scan->filter || scan->filter(scan->filter_ctx, m->rules->rules[i])))
			matcher_add_rule(m, i);
	return m->on_lines.n + m->on_file.n > 0;
}

/* What was found in views becomes a match in the text. */
static int
take_back(const struct run *run, const struct decoded *views, struct found *found)
{
	const struct slice text = run->text->bytes;
	struct match *match = &found->match;
	struct decoded_place place = decoded_place(views, match->start, match->end);
	struct binding *bindings = arena_array(&run->list->arena, match->nbindings, sizeof(*bindings));
	struct slice plain = slice_sub(views->text.bytes, match->start, match->end);

	if (!bindings || arena_dup(&plain, &run->list->arena, plain) < 0)
		return err_oom(run->err);
	for (size_t i = 0; i < match->nbindings; i++)
		bindings[i] = (struct binding){.name = match->bindings[i].name,
					       .value = slice_sub(text, place.start, place.end)};
	*match = (struct match){
		.rule = match->rule,
		.start = place.start,
		.end = place.end,
		.span_start = place.start,
		.span_end = place.end,
		.bindings = bindings,
		.nbindings = match->nbindings,
		.plain = plain,
		.encoding = encoding_name(place.encoding),
		.of_run = place.encoding == ENCODING_BASE64 || place.encoding == ENCODING_HEX,
	};
	return 0;
}

static int
note_end(const struct run *run, size_t offset, const char *reason, bool partial)
{
	const struct match_limit limit = {NULL, text_line_at(run->text, offset), reason, partial};

	return match_list_add_limit(run->list, &limit, run->err);
}

/* Runs the rules on the views at hand. */
static int
scan_views(const struct run *run, const struct decoded *views)
{
	struct matcher *m = run->m;
	const struct scan scan = {.text = &views->text,
				  .lines = &views->lines,
				  .path = run->scan->path,
				  .commit = run->scan->commit,
				  .deadline = run->scan->deadline};
	struct run inner = {m, &views->text, &views->lines, run->list, run->err, .scan = &scan};
	size_t nfound = m->found.n, nlimits = run->list->nlimits;

	for (size_t k = 0; k < m->on_file.n; k++)
		m->states[m->on_file.items[k]].seen = false;
	if (matcher_scan_text(&inner) < 0)
		return -1;
	for (size_t i = nfound; i < m->found.n; i++)
		if (take_back(run, views, &m->found.items[i]) < 0)
			return -1;
	for (size_t i = nlimits; i < run->list->nlimits; i++) {
		struct match_limit *limit = &run->list->limits[i];
		uint32_t offset = views->text.starts[limit->line - 1];
		limit->line = text_line_at(run->text, decoded_place(views, offset, offset).start);
	}
	return views->bound == ORIGINS_NONE ? 0 : note_end(run, views->bound, BOUND_REASON, false);
}

/* One scan of what is encoded. */
struct descent {
	const struct run *run;
	size_t room;
	bool chosen, none; /* the rules are; there are none */
};

static int descend(struct descent *d, const struct text *text, const struct line_set *lines, size_t depth);

/* What the views at one depth hold, then what those within them do. 1, 0: no rule reads any, -1. */
static int
match_views(struct descent *d, size_t depth)
{
	const struct run *run = d->run;
	const struct decoded *views = &run->m->views[depth];

	if (!d->chosen)
		d->none = !choose_rules(run);
	d->chosen = true;
	if (d->none)
		return 0;
	if (scan_views(run, views) < 0)
		return -1;
	if (depth + 1 < LIMIT_DECODE_DEPTH && descend(d, &views->text, &views->lines, depth + 1) < 0)
		return -1;
	return 1;
}

/* Views of a text at one depth. Most texts have none. */
static int
descend(struct descent *d, const struct text *text, const struct line_set *lines, size_t depth)
{
	const struct run *run = d->run;
	struct decoded *views = &run->m->views[depth];
	struct decoded_walk walk = {
		.text = text,
		.lines = lines,
		.parent = depth > 0 ? views - 1 : NULL,
		.room = &d->room,
	};
	int more;

	while ((more = decoded_next(views, &walk, run->scan->deadline, run->err)) > 0)
		if ((more = match_views(d, depth)) <= 0)
			break;
	return more;
}

static int
read_notebook(struct descent *d)
{
	const struct run *run = d->run;
	struct notebook notebook;
	int more;

	if (run->m->ignores_notebooks || !notebook_begin(&notebook, run->scan->path, run->text, run->lines))
		return 0;
	while ((more = notebook_next(&run->m->views[0], &notebook, run->scan->deadline, run->err)) > 0)
		if ((more = match_views(d, 0)) <= 0)
			break;
	if (more == 0 && notebook.token == JSON_ERROR)
		return note_end(run, notebook.reader.at, NOTEBOOK_REASON, true);
	return more;
}

int
matcher_scan_decoded(struct run *run)
{
	struct descent descent = {.run = run, .room = LIMIT_UNPACKED_BYTES};

	if (!run->m->views || scan_is_late(run->scan))
		return 0;
	if (read_notebook(&descent) < 0)
		return -1;
	return descend(&descent, run->text, run->lines, 0);
}

void
matcher_open_notebooks(struct matcher *m, bool open)
{
	m->ignores_notebooks = !open;
}
