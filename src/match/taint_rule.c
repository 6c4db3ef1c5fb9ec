/*
 * taint_rule.c - what the rule says of a node, on top of what its operands give it
 *
 * In this order: a sanitizer cleans it and all is said; a source taints it; a
 * propagator sends its taint on; a sink asks for it.
 */
#include "match/taint_machine.h"

bool
taint_is_sanitized(const struct taint_machine *m, uint32_t node)
{
	for (const struct mark *mark = taint_first_mark(m, node); mark; mark = taint_next_mark(m, mark))
		if (mark->kind == MARK_SANITIZER || mark->kind == MARK_SANITIZER_PART)
			return true;
	return false;
}

static uint32_t
origin_of(const struct taint_machine *m, const struct mark *mark)
{
	uint32_t origin = 1 + mark->range;

	if (!m->taint->unify)
		return ORIGIN_SOURCE;
	for (size_t i = 0; i < mark->entry; i++)
		origin += (uint32_t)m->sources.items[i].ranges->n;
	return origin;
}

static const struct taint_set *
source_set(struct taint_machine *m, const struct mark *mark, const struct taint_set *incoming)
{
	const struct entry *entry = &m->sources.items[mark->entry];
	const struct range *range = &entry->ranges->items[mark->range];
	const struct taint_step *before = NULL;

	if (entry->has_requires) {
		if (mark->kind == MARK_SOURCE_PART ||
		    !requires_hold(&entry->requires, taint_labels(incoming)))
			return NULL;
		before = incoming ? incoming->items[0].trace : NULL;
	}
	struct taint_item item = {origin_of(m, mark), entry->label,
				  taint_step(&m->sets, before, range->start, range->end), range};
	return taint_one(&m->sets, &item);
}

/* Text that is put together of a value which is known is no source. */
static bool
is_made_of_known(const struct taint_machine *m, const struct mark *mark)
{
	const struct entry *entry = &m->sources.items[mark->entry];

	if (entry->rule->of.len == 0 || !m->knows)
		return false;
	uint32_t of = taint_bound_node(m, &entry->ranges->items[mark->range], entry->rule->of);
	return of != NODE_NONE && taint_is_known(m, of);
}

/* The set with what the sources at a node add: to its value, or (effect) to its variable. */
const struct taint_set *
taint_sources_at(struct taint_machine *m, uint32_t node, const struct taint_set *set, bool effect)
{
	const struct taint_set *incoming = set;

	for (const struct mark *mark = taint_first_mark(m, node); mark; mark = taint_next_mark(m, mark)) {
		if (mark->kind != MARK_SOURCE && mark->kind != MARK_SOURCE_PART)
			continue;
		enum taint_effect kind = m->sources.items[mark->entry].rule->effect;
		if (effect ? kind == EFFECT_NONE || mark->kind != MARK_SOURCE : kind == EFFECT_ONLY)
			continue;
		if (is_made_of_known(m, mark))
			continue;
		set = taint_join(m, set, source_set(m, mark, incoming));
	}
	return set;
}

bool
taint_cleans_variable(const struct taint_machine *m, uint32_t node)
{
	for (const struct mark *mark = taint_first_mark(m, node); mark; mark = taint_next_mark(m, mark))
		if (mark->kind == MARK_SANITIZER && m->sanitizers.items[mark->entry].rule->effect)
			return true;
	return false;
}

/* A propagator's taint goes to its other end, at once if that is a variable. */
static int
propagate(struct taint_machine *m, const struct mark *mark, const struct taint_set *set)
{
	const struct entry *entry = &m->propagators.items[mark->entry];
	const struct range *range = &entry->ranges->items[mark->range];
	struct slice value;

	if (!binding_find(&value, range->bindings, range->nbindings, entry->rule->to) || value.len == 0)
		return 0;
	uint32_t start = (uint32_t)(value.ptr - m->window->text.ptr);
	uint32_t to = taint_node_of(m, start, start + (uint32_t)value.len);
	if (to == NODE_NONE || (entry->has_requires && !requires_hold(&entry->requires, taint_labels(set))))
		return 0;
	if (entry->rule->label.len > 0)
		set = taint_relabelled(&m->sets, set, entry->label, entry->replaced);
	m->pending[to] = taint_join(m, m->pending[to], set);
	return entry->rule->effect == EFFECT_NONE ? 0 : taint_write(m, to, set, true);
}

static int
apply_effects(struct taint_machine *m, uint32_t node)
{
	if (taint_cleans_variable(m, node))
		return taint_write(m, node, NULL, false);
	const struct taint_set *added = taint_sources_at(m, node, NULL, true);
	return added ? taint_write(m, node, added, true) : 0;
}

static bool
is_call(const struct taint_machine *m, uint32_t node)
{
	return m->nodes[node].shape == SHAPE_CALL ||
	       (m->nodes[node].shape == SHAPE_NODE &&
		shape_child(m->nodes, node, SHAPE_ARGUMENTS) != NODE_NONE &&
		taint_flow_at(m, node) == FLOW_NONE);
}

/* What a focus chose is a value: of store(fixed(x)) what fixed() of this text gives, not x. */
static bool
is_value_known(const struct taint_machine *m, const struct mark *mark, uint32_t call)
{
	return m->nodes[call].shape == SHAPE_CALL && m->sinks.items[mark->entry].rule->formula.nfocus > 0 &&
	       (taint_knows_call(m, call) || taint_knows_element(m, call));
}

static int
ask_sinks(struct taint_machine *m, uint32_t node)
{
	for (const struct mark *mark = taint_first_mark(m, node); mark; mark = taint_next_mark(m, mark)) {
		if (mark->kind != MARK_SINK && mark->kind != MARK_SINK_PART)
			continue;
		const struct taint_set *set = m->values[node];
		if (is_call(m, node) && !is_value_known(m, mark, node))
			set = taint_join(m, taint_operands(m, node),
					 m->nodes[node].shape == SHAPE_CALL ? NULL : set);
		if (set && taint_reach(m, mark->entry, mark->range, set) < 0)
			return -1;
	}
	return 0;
}

static int
send_on(struct taint_machine *m, uint32_t node)
{
	for (const struct mark *mark = taint_first_mark(m, node); mark && m->values[node];
	     mark = taint_next_mark(m, mark))
		if (mark->kind == MARK_FROM && propagate(m, mark, m->values[node]) < 0)
			return -1;
	return 0;
}

int
taint_evaluate_node(struct taint_machine *m, uint32_t node)
{
	const struct taint_set *set;

	m->values[node] = NULL;
	if (taint_is_known(m, node))
		return 0;
	if (taint_natural_value(&set, m, node) < 0)
		return -1;
	if (m->first_mark[node] == 0) {
		m->values[node] = taint_join(m, set, m->pending[node]);
		return 0;
	}
	if (taint_is_sanitized(m, node))
		return apply_effects(m, node);
	set = taint_sources_at(m, node, set, false);
	m->values[node] = taint_join(m, set, m->pending[node]);
	if (apply_effects(m, node) < 0 || send_on(m, node) < 0)
		return -1;
	return ask_sinks(m, node);
}
