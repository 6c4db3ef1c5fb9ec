/*
 * taint_report.c - a tainted value is in a sink
 */
#include "base/buf.h"
#include "match/makeup.h"
#include "match/taint_machine.h"

/* ---- the finding ---- */

static const struct match_step *
trace_of(struct taint_machine *m, const struct taint_item *item, const struct range *sink, size_t *n)
{
	const struct taint_step *last = item->trace;
	size_t before = last ? last->n : 0;

	/* A sink that is all of its last step is no step of its own. */
	if (last && last->before && last->start == sink->start && last->end == sink->end) {
		last = last->before;
		before--;
	}
	struct match_step *steps = arena_array(m->window->arena, before + 1, sizeof(*steps));
	if (!steps)
		return NULL;
	*n = before + 1;
	steps[before] = (struct match_step){sink->start, sink->end, "sink"};
	for (; before > 0; last = last->before) {
		before--;
		steps[before] =
			(struct match_step){last->start, last->end, before == 0 ? "source" : "propagated"};
	}
	return steps;
}

/* The sink's metavariables, and those of the source that it does not bind itself. */
static int
bind(struct taint_machine *m, struct range *range, const struct range *source)
{
	size_t own = range->nbindings, n = own;
	struct slice value;

	if (!source || source->nbindings == 0)
		return 0;
	struct binding *all = arena_array(m->window->arena, own + source->nbindings, sizeof(*all));
	if (!all)
		return err_oom(m->err);
	if (own > 0)
		memcpy(all, range->bindings, own * sizeof(*all));
	for (size_t i = 0; i < source->nbindings; i++)
		if (!binding_find(&value, all, own, source->bindings[i].name))
			all[n++] = source->bindings[i];
	range->bindings = all;
	range->nbindings = n;
	return 0;
}

/* A step is made of the assignment that it is a part of. */
static uint32_t
node_of_step(const struct taint_machine *m, const struct match_step *step)
{
	uint32_t node = taint_node_of(m, step->start, step->end);
	uint32_t parent = node == NODE_NONE ? NODE_NONE : m->nodes[node].parent;

	if (parent == NODE_NONE || m->nodes[parent].shape != SHAPE_ASSIGN)
		return node;
	return flow_target(m->unit, m->language, parent) == node ? parent : node;
}

/* What the finding is made of: a change of any step is a change of it. */
static int
make_up(struct taint_machine *m, struct range *range)
{
	uint32_t taken[LIMIT_TAINT_TRACE + 1], n = 0;

	for (size_t i = 0; i < range->ntrace && n < LIMIT_TAINT_TRACE + 1; i++) {
		uint32_t node = node_of_step(m, &range->trace[i]);
		if (node != NODE_NONE && (n == 0 || taken[n - 1] != node))
			taken[n++] = node;
	}
	return makeup_pieces(range, m->unit, taken, n, m->window->arena, m->err);
}

static bool
is_asked_for(const struct taint_machine *m, const struct range *range)
{
	return !m->window->touched ||
	       makeup_touches(range, m->window->lines, m->window->touched, m->rule->on);
}

/* Each sink once, by the first way that leads through what was touched. */
static int
report(struct taint_machine *m, const struct entry *entry, uint32_t at, const struct taint_item *item)
{
	struct range range = entry->ranges->items[at];

	if (entry->found[at])
		return 0;
	range.span_start = range.start;
	range.span_end = range.end;
	range.inside = false;
	range.trace = trace_of(m, item, &range, &range.ntrace);
	if (!range.trace)
		return err_oom(m->err);
	if (bind(m, &range, item->source) < 0 || make_up(m, &range) < 0)
		return -1;
	if (!is_asked_for(m, &range))
		return 0;
	entry->found[at] = true;
	return range_list_add(&m->found, &range, m->err);
}

/* ---- the summary ---- */

static int
note_parameter(struct taint_machine *m, uint16_t entry, uint32_t range, const struct taint_item *item)
{
	struct summary *f = m->summary;
	uint32_t parameter = ORIGIN_INDEX(item->origin);
	void *sinks = f->sinks;

	for (size_t i = 0; i < f->nsinks; i++)
		if (f->sinks[i].parameter == parameter && f->sinks[i].entry == entry &&
		    f->sinks[i].range == range)
			return 0;
	if (!taint_work(m, (uint32_t)f->nsinks))
		return 0;
	if (array_reserve(&sinks, &f->sinks_cap, f->nsinks + 1, sizeof(*f->sinks)) < 0)
		return err_oom(m->err);
	f->sinks = sinks;
	f->sinks[f->nsinks++] = (struct summary_sink){parameter, entry, range, item->trace};
	taint_tell_callers(m);
	return 0;
}

/* ---- both ---- */

/* Whether the source's metavariables agree with the sink's, if the rule asks. */
static bool
unites(const struct taint_machine *m, const struct taint_item *item, const struct range *sink)
{
	return !m->taint->unify || !item->source || range_agrees(item->source, sink);
}

/* Conditions on labels are about what was met on a way: of a touched one, or of any, the longest. */
static bool
tells_more(const struct taint_item *item, const struct taint_item *than)
{
	if (!than || !item->trace || !than->trace)
		return !than;
	if (item->trace->touched != than->trace->touched)
		return item->trace->touched;
	return item->trace->n > than->trace->n;
}

/* Without such conditions any way that is asked for. */
static int
report_one_of(struct taint_machine *m, const struct entry *entry, uint32_t range, const struct taint_set *set)
{
	const struct taint_item *best = NULL;

	for (uint32_t i = 0; i < set->n; i++) {
		const struct taint_item *item = &set->items[i];
		if (ORIGIN_IS_PARAMETER(item->origin) || !unites(m, item, &entry->ranges->items[range]))
			continue;
		if (!entry->has_requires && report(m, entry, range, item) < 0)
			return -1;
		if (tells_more(item, best))
			best = item;
	}
	return entry->has_requires && best ? report(m, entry, range, best) : 0;
}

int
taint_reach(struct taint_machine *m, uint16_t at, uint32_t range, const struct taint_set *set)
{
	const struct entry *entry = &m->sinks.items[at];
	const struct range *sink = &entry->ranges->items[range];
	uint32_t labels = 0;

	for (uint32_t i = 0; i < set->n; i++) {
		const struct taint_item *item = &set->items[i];
		if (!ORIGIN_IS_PARAMETER(item->origin))
			labels |= unites(m, item, sink) ? 1u << item->label : 0;
		else if (m->function->node != 0 && note_parameter(m, at, range, item) < 0)
			return -1;
	}
	bool holds = entry->has_requires ? requires_hold(&entry->requires, labels) : (labels & 1) != 0;
	return m->reporting && labels && holds ? report_one_of(m, entry, range, set) : 0;
}
