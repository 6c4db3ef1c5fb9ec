/*
 * taint_path.c - reading and writing the variables that nodes name
 *
 *	o.list[i].name     o, list, [], name
 *	&x, *p             x, p
 *	f(x).name          no path: the value of the call
 */
#include "match/taint_machine.h"

/* Dots and brackets after each other; what has more is no path, but an expression. */
#define HOPS_MAX 64u

/* The part of a path that a node names itself: its base is its first child, NODE_NONE for a variable. */
bool
taint_path_part(const struct taint_machine *m, uint32_t node, uint32_t *base, struct slice *name)
{
	const struct shape_node *n = &m->nodes[node];
	uint32_t second = flow_member(&m->unit->shape, node);

	*base = NODE_NONE;
	*name = shape_text(&m->unit->shape, node);
	if (flow_is_variable(&m->unit->shape, node)) {
		if (m->lang == LANG_BASH && slice_starts(*name, "$"))
			*name = slice_sub(*name, 1, name->len);
		return true;
	}
	*base = n->first;
	if (n->shape == SHAPE_ATTRIBUTE && second != NODE_NONE) {
		*name = shape_text(&m->unit->shape, second);
		return true;
	}
	if (taint_flow_at(m, node) == FLOW_INDEX && n->first != NODE_NONE) {
		*name = slice_str("[]");
		return true;
	}
	return false;
}

/* Looks through what only takes an address or follows one: &x, *x. */
uint32_t
taint_unwrapped(const struct taint_machine *m, uint32_t node)
{
	while (node != NODE_NONE && m->nodes[node].shape == SHAPE_NODE &&
	       taint_flow_at(m, node) == FLOW_NONE) {
		uint32_t first = m->nodes[node].first;
		if (first == NODE_NONE || m->nodes[first].shape != SHAPE_TOKEN ||
		    m->nodes[first].next == NODE_NONE || m->nodes[m->nodes[first].next].next != NODE_NONE)
			break;
		char c = m->unit->shape.text.ptr[m->nodes[first].start];
		if (c != '*' && c != '&')
			break;
		node = m->nodes[first].next;
	}
	return node;
}

/* The nodes of a path from its variable on; 0: it is none. */
static size_t
path_nodes(const struct taint_machine *m, uint32_t node, uint32_t out[PATH_LENGTH])
{
	struct slice name;
	uint32_t base, reversed[PATH_LENGTH];
	size_t n = 0;

	size_t hops = 0;
	for (uint32_t at = taint_unwrapped(m, node); at != NODE_NONE; at = taint_unwrapped(m, base)) {
		if (!taint_path_part(m, at, &base, &name) || hops++ == HOPS_MAX)
			return 0;
		if (n == PATH_LENGTH) {
			/* Too long: the parts at its end are forgotten. */
			for (size_t i = 1; i < n; i++)
				reversed[i - 1] = reversed[i];
			n--;
		}
		reversed[n++] = at;
	}
	for (size_t i = 0; i < n; i++)
		out[i] = reversed[n - 1 - i];
	return n;
}

/* The known path of a node; of one that is not known the longest part that is. */
static uint32_t
find_path(const struct taint_machine *m, uint32_t node, bool *whole)
{
	uint32_t nodes[PATH_LENGTH], base, path = PATH_NONE;
	size_t n = path_nodes(m, node, nodes);
	struct slice name;

	*whole = false;
	for (size_t i = 0; i < n; i++) {
		taint_path_part(m, nodes[i], &base, &name);
		uint32_t next = path_find(&m->paths, path, name);
		if (next == PATH_NONE)
			return path;
		path = next;
	}
	*whole = true;
	return path;
}

static uint32_t
add_path(struct taint_machine *m, uint32_t node)
{
	uint32_t nodes[PATH_LENGTH], base, path = PATH_NONE;
	size_t n = path_nodes(m, node, nodes);
	struct slice name;

	for (size_t i = 0; i < n; i++) {
		taint_path_part(m, nodes[i], &base, &name);
		path = path_add(&m->paths, path, name);
		if (path == PATH_NONE)
			return PATH_NONE;
	}
	if (m->paths.full)
		m->lacking = "taint was given up: too many variables";
	return path;
}

static bool
is_element(const struct taint_machine *m, uint32_t node)
{
	return taint_flow_at(m, taint_unwrapped(m, node)) == FLOW_INDEX;
}

/* weak: what was there stays. An element stands for all of its container, so it never gets clean. */
int
taint_write(struct taint_machine *m, uint32_t node, const struct taint_set *set, bool weak)
{
	bool whole;
	uint32_t path = set ? add_path(m, node) : find_path(m, node, &whole);

	if (path == PATH_NONE || m->store.dead)
		return 0;
	if (!set && !whole) {
		/* A clean part of something tainted must be known as such. */
		if (!taint_store_get(&m->store, &m->sets, &m->paths, path, false))
			return 0;
		path = add_path(m, node);
		if (path == PATH_NONE)
			return 0;
	}
	if (set)
		set = taint_moved(&m->sets, set, m->nodes[node].start, m->nodes[node].end);
	if (weak || is_element(m, node))
		set = taint_join(m, taint_store_get(&m->store, &m->sets, &m->paths, path, false), set);
	return taint_store_set(&m->store, &m->paths, path, set) < 0 ? err_oom(m->err) : 0;
}

/* What the rule says of the nodes within a path: `request` of request.args may be a source. */
static const struct taint_set *
path_sources(struct taint_machine *m, uint32_t node)
{
	const struct taint_set *set = NULL;
	struct slice name;
	uint32_t base = NODE_NONE;

	size_t hops = 0;
	for (uint32_t at = node; at != NODE_NONE; at = base) {
		base = NODE_NONE;
		if (!taint_path_part(m, at, &base, &name) || hops++ == HOPS_MAX)
			return taint_join(m, set, m->values[at]);
		if (at == node)
			continue;
		if (taint_is_sanitized(m, at))
			return set;
		set = taint_join(m, taint_sources_at(m, at, NULL, false), set);
		set = taint_join(m, set, m->pending[at]);
	}
	return set;
}

const struct taint_set *
taint_path_value(struct taint_machine *m, uint32_t node)
{
	bool whole;
	uint32_t path = find_path(m, node, &whole);
	const struct taint_set *set = NULL;

	/* A part of something tainted has been assigned nothing itself. */
	if (path != PATH_NONE && (whole || !m->taint->only_assignments))
		set = taint_store_get(&m->store, &m->sets, &m->paths, path, whole);
	if (m->taint->only_assignments && !flow_is_variable(&m->unit->shape, node))
		return set;
	return taint_join(m, set, path_sources(m, node));
}
