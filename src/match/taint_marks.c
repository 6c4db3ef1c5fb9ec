/*
 * taint_marks.c - where sources, sinks, sanitizers, propagators and guards stand in the tree
 *
 * An entry's formula gives ranges of bytes, as any formula does. The innermost
 * node with those bytes is what it matched; without `exact`, every node
 * within is matched, too. So in `f(read(a))` the source read(...) marks
 *
 *	CALL read(a)    MARK_SOURCE
 *	  NAME read     MARK_SOURCE_PART
 *	  ARGUMENTS     MARK_SOURCE_PART
 *	    NAME a      MARK_SOURCE_PART
 */
#include "base/ascii.h"
#include "base/buf.h"
#include "match/source.h"
#include "match/taint_machine.h"

/* ---- nodes of bytes ---- */

/* The first node that begins at `start` or later: nodes stand in the order of their beginnings. */
static uint32_t
first_from(const struct taint_machine *m, uint32_t start)
{
	uint32_t low = 0, high = m->unit->shape.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (m->nodes[mid].start < start)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Without the ';' and the white space at its end. */
static uint32_t
trimmed_end(const struct taint_machine *m, uint32_t start, uint32_t end)
{
	const char *text = m->unit->shape.text.ptr;

	while (end > start && (ascii_is_space(text[end - 1]) || text[end - 1] == ';'))
		end--;
	return end;
}

uint32_t
taint_node_of(const struct taint_machine *m, uint32_t start, uint32_t end)
{
	uint32_t found = NODE_NONE;

	end = trimmed_end(m, start, end);
	for (uint32_t i = first_from(m, start); i < m->unit->shape.n && m->nodes[i].start == start; i++)
		if (m->nodes[i].shape != SHAPE_TOKEN && trimmed_end(m, start, m->nodes[i].end) == end)
			found = i;
	if (found != NODE_NONE || start == 0 || start == end)
		return found;
	/* What "$X" binds stands within quotes. */
	for (uint32_t i = first_from(m, start - 1); i < m->unit->shape.n && m->nodes[i].start == start - 1;
	     i++)
		if (m->nodes[i].shape == SHAPE_STRING && m->nodes[i].end == end + 1)
			found = i;
	return found;
}

/* ---- marks ---- */

static int
add_mark(struct taint_machine *m, uint32_t node, enum mark_kind kind, size_t entry, size_t range)
{
	void *marks = m->marks;

	if (!taint_work(m, 1))
		return 0;
	if (array_reserve(&marks, &m->marks_cap, m->nmarks + 1, sizeof(*m->marks)) < 0)
		return err_oom(m->err);
	m->marks = marks;
	m->marks[m->nmarks++] =
		(struct mark){m->first_mark[node], (uint32_t)range, (uint16_t)entry, (uint8_t)kind};
	m->first_mark[node] = (uint32_t)m->nmarks;
	return 0;
}

/* Every node within the range; its outermost ones alone when the range is no node. */
static int
mark_parts(struct taint_machine *m, const struct range *range, enum mark_kind kind, size_t entry, size_t at,
	   bool outermost)
{
	for (uint32_t i = first_from(m, range->start);
	     i < m->unit->shape.n && m->nodes[i].start < range->end && !m->limit; i++) {
		if (m->nodes[i].end > range->end || m->nodes[i].shape == SHAPE_TOKEN)
			continue;
		if (add_mark(m, i, kind, entry, at) < 0)
			return -1;
		if (outermost)
			i = m->nodes[i].subtree_end - 1;
	}
	return 0;
}

static int
mark_range(struct taint_machine *m, const struct range *range, enum mark_kind kind, size_t entry, size_t at,
	   bool exact)
{
	uint32_t node = taint_node_of(m, range->start, range->end);
	enum mark_kind part = (enum mark_kind)(kind + 1);

	if (node != NODE_NONE && add_mark(m, node, kind, entry, at) < 0)
		return -1;
	if (!exact)
		return mark_parts(m, range, part, entry, at, false);
	return node == NODE_NONE ? mark_parts(m, range, part, entry, at, true) : 0;
}

/* ---- entries ---- */

static int
evaluate(struct taint_machine *m, const struct entries *entries, bool *any)
{
	for (size_t i = 0; i < entries->n; i++) {
		struct entry *entry = &entries->items[i];
		if (formula_evaluate(&entry->ranges, entry->program, m->window, m->err) < 0)
			return -1;
		*any |= entry->ranges->n > 0;
		if (m->window->limit)
			m->lacking = m->window->limit;
	}
	return 0;
}

static int
mark_entries(struct taint_machine *m, const struct entries *entries, enum mark_kind kind)
{
	for (size_t i = 0; i < entries->n; i++)
		for (size_t k = 0; k < entries->items[i].ranges->n; k++)
			if (mark_range(m, &entries->items[i].ranges->items[k], kind, i, k,
				       entries->items[i].rule->exact) < 0)
				return -1;
	return 0;
}

static bool
is_matched(const struct entries *entries, const struct range *range)
{
	for (size_t i = 0; i < entries->n; i++)
		for (size_t k = 0; k < entries->items[i].ranges->n; k++) {
			const struct range *other = &entries->items[i].ranges->items[k];
			if (other->start == range->start && other->end == range->end)
				return true;
		}
	return false;
}

static int
mark_sanitizers(struct taint_machine *m)
{
	for (size_t i = 0; i < m->sanitizers.n; i++)
		for (size_t k = 0; k < m->sanitizers.items[i].ranges->n; k++) {
			const struct taint_entry *rule = m->sanitizers.items[i].rule;
			const struct range *range = &m->sanitizers.items[i].ranges->items[k];
			if (rule->not_conflicting &&
			    (is_matched(&m->sources, range) || is_matched(&m->sinks, range)))
				continue;
			if (mark_range(m, range, MARK_SANITIZER, i, k, rule->exact) < 0)
				return -1;
		}
	return 0;
}

uint32_t
taint_bound_node(const struct taint_machine *m, const struct range *range, struct slice name)
{
	struct slice value;

	if (!binding_find(&value, range->bindings, range->nbindings, name) || value.len == 0)
		return NODE_NONE;
	uint32_t start = (uint32_t)(value.ptr - m->window->text.ptr);
	return taint_node_of(m, start, start + (uint32_t)value.len);
}

static int
mark_propagators(struct taint_machine *m)
{
	for (size_t i = 0; i < m->propagators.n; i++)
		for (size_t k = 0; k < m->propagators.items[i].ranges->n; k++) {
			const struct range *range = &m->propagators.items[i].ranges->items[k];
			uint32_t from = taint_bound_node(m, range, m->propagators.items[i].rule->from);
			if (from != NODE_NONE && add_mark(m, from, MARK_FROM, i, k) < 0)
				return -1;
		}
	return 0;
}

static int
mark_guards(struct taint_machine *m)
{
	for (size_t i = 0; i < m->guards.n; i++)
		for (size_t k = 0; k < m->guards.items[i].ranges->n; k++) {
			const struct range *range = &m->guards.items[i].ranges->items[k];
			uint32_t node = taint_node_of(m, range->start, range->end);
			if (node != NODE_NONE && add_mark(m, node, MARK_GUARD, i, k) < 0)
				return -1;
		}
	return 0;
}

static int
make_room(struct taint_machine *m)
{
	size_t n = m->unit->shape.n;

	m->nmarks = 0;
	m->first_mark = arena_array(&m->arena, n, sizeof(*m->first_mark));
	m->values = arena_array(&m->arena, n, sizeof(*m->values));
	m->pending = arena_array(&m->arena, n, sizeof(*m->pending));
	if (!m->first_mark || !m->values || !m->pending)
		return err_oom(m->err);
	for (size_t i = 0; i < m->sinks.n; i++) {
		m->sinks.items[i].found = arena_array(&m->arena, m->sinks.items[i].ranges->n, sizeof(bool));
		if (!m->sinks.items[i].found)
			return err_oom(m->err);
	}
	return 0;
}

int
taint_mark(struct taint_machine *m)
{
	bool sinks = false, sources = false, others = false;

	if (evaluate(m, &m->sinks, &sinks) < 0)
		return -1;
	if (!sinks)
		return 0;
	if (evaluate(m, &m->sources, &sources) < 0)
		return -1;
	if (!sources)
		return 0;
	int rc = taint_scope(m);
	if (rc <= 0)
		return rc;
	if (evaluate(m, &m->sanitizers, &others) < 0 || evaluate(m, &m->propagators, &others) < 0 ||
	    evaluate(m, &m->guards, &others) < 0 || make_room(m) < 0)
		return -1;
	if (mark_entries(m, &m->sinks, MARK_SINK) < 0 || mark_entries(m, &m->sources, MARK_SOURCE) < 0 ||
	    mark_sanitizers(m) < 0 || mark_propagators(m) < 0 || mark_guards(m) < 0)
		return -1;
	return 1;
}
