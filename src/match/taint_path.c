/*
 * taint_path.c - reading and writing the variables that nodes name
 *
 *	o.list[i].name     o, list, [], name
 *	m["a"], l[0]       m, [], key a; l, [], key 0
 *	m.get("a")         the same, of the call's object and argument (taint_element.c)
 *	&x, *p             x, p
 *	f(x).name          no path: the value of the call
 */
#include "base/ascii.h"
#include "match/taint_machine.h"
#include "match/taint_truth.h"

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

/* Of `x as T` and `(T)x` it is x; else NODE_NONE. */
static uint32_t
without_type(const struct taint_machine *m, uint32_t node)
{
	uint32_t last = NODE_NONE;

	if (m->nodes[node].flags & SHAPE_IS_FIRST)
		return m->nodes[node].first;
	if (m->nodes[node].flags & SHAPE_IS_LAST)
		for (uint32_t k = m->nodes[node].first; k != NODE_NONE; k = m->nodes[k].next)
			last = k;
	return last;
}

/* Looks through what only takes an address or follows one, and through types: &x, *x, x as T. */
uint32_t
taint_unwrapped(const struct taint_machine *m, uint32_t node)
{
	while (node != NODE_NONE && m->nodes[node].shape == SHAPE_NODE &&
	       taint_flow_at(m, node) == FLOW_NONE) {
		uint32_t first = m->nodes[node].first, typed = without_type(m, node);
		if (typed != NODE_NONE) {
			node = typed;
			continue;
		}
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

/*
 * Kotlin's "x $name": of short templates the grammar makes text. `${...}` it reads itself.
 */
const struct taint_set *
taint_named_in_text(struct taint_machine *m, uint32_t node)
{
	struct slice text = shape_text(&m->unit->shape, node);
	const struct taint_set *set = NULL;

	if (m->lang != LANG_KOTLIN || !taint_work(m, (uint32_t)(text.len / 64)))
		return NULL;
	for (size_t i = 0; i + 1 < text.len; i++) {
		size_t end = i + 1;
		if (text.ptr[i] != '$' || (i > 0 && text.ptr[i - 1] == '\\'))
			continue;
		while (end < text.len && (ascii_is_alnum(text.ptr[end]) || text.ptr[end] == '_'))
			end++;
		struct path_part name = {slice_sub(text, i + 1, end), false};
		uint32_t path = name.name.len > 0 ? path_find(&m->paths, PATH_NONE, name) : PATH_NONE;
		if (path != PATH_NONE)
			set = taint_join(m, set, taint_store_get(&m->store, &m->sets, &m->paths, path, true));
	}
	return set;
}

/* The node within the brackets of x[i], or NODE_NONE. */
static uint32_t
index_of(const struct taint_machine *m, uint32_t node)
{
	uint32_t first = m->nodes[node].first;
	uint32_t index = first == NODE_NONE ? NODE_NONE : m->nodes[first].next;

	if (index != NODE_NONE && m->nodes[index].shape == SHAPE_ARGUMENTS)
		index = m->nodes[index].first;
	return index == NODE_NONE || m->nodes[index].next != NODE_NONE ? NODE_NONE : index;
}

bool
taint_key(const struct taint_machine *m, uint32_t node, struct path_part *out)
{
	struct taint_constant constant;
	struct slice text = node == NODE_NONE ? slice_of(NULL, 0) : shape_text(&m->unit->shape, node);

	if (m->lang == LANG_RUBY && text.len > 1 && text.ptr[0] == ':' && !strchr(":\"'", text.ptr[1])) {
		*out = (struct path_part){slice_sub(text, 1, text.len), true};
		return true;
	}
	if (node == NODE_NONE || !taint_constant_read(&constant, m->unit, node) ||
	    constant.text.ptr == constant.digits)
		return false;
	*out = (struct path_part){constant.text, true};
	return true;
}

/* A path under construction, its last part first. */
struct reversed {
	struct path_part parts[PATH_LENGTH];
	size_t n;
	bool cut; /* parts at its end are missing */
};

static void
put_part(struct reversed *path, struct path_part part)
{
	if (path->n == PATH_LENGTH) {
		memmove(path->parts, path->parts + 1, (path->n - 1) * sizeof(path->parts[0]));
		path->n--;
		path->cut = true;
	}
	path->parts[path->n++] = part;
}

/* x[i] of JavaScript may be any field; x["a"] is x.a. */
static void
put_element(struct reversed *path, const struct taint_machine *m, uint32_t node)
{
	static const struct path_part any = {SLICE_LITERAL("[]"), false};
	bool script = m->lang == LANG_JAVASCRIPT || m->lang == LANG_TYPESCRIPT;
	struct path_part key;

	if (!taint_key(m, index_of(m, node), &key)) {
		if (!script)
			put_part(path, any);
		path->cut = true;
		return;
	}
	key.key = !script;
	put_part(path, key);
	if (!script)
		put_part(path, any);
}

bool
taint_path_of(struct taint_path *out, const struct taint_machine *m, uint32_t node)
{
	struct reversed path = {0};
	struct slice name;
	uint32_t base;
	size_t hops = 0;

	for (uint32_t at = taint_unwrapped(m, node); at != NODE_NONE; at = taint_unwrapped(m, base)) {
		if (!taint_path_part(m, at, &base, &name) || hops++ == HOPS_MAX)
			return false;
		if (taint_flow_at(m, at) == FLOW_INDEX)
			put_element(&path, m, at);
		else
			put_part(&path, (struct path_part){name, false});
	}
	out->n = path.n;
	out->cut = path.cut;
	for (size_t i = 0; i < path.n; i++)
		out->parts[i] = path.parts[path.n - 1 - i];
	return path.n > 0;
}

void
taint_path_append(struct taint_path *path, struct path_part part)
{
	if (path->n == PATH_LENGTH)
		path->cut = true;
	else
		path->parts[path->n++] = part;
}

/* The known path; of one that is not known the longest part that is. */
uint32_t
taint_path_find(const struct taint_machine *m, const struct taint_path *wanted, bool *whole)
{
	uint32_t path = PATH_NONE;

	*whole = false;
	for (size_t i = 0; i < wanted->n; i++) {
		uint32_t next = path_find(&m->paths, path, wanted->parts[i]);
		if (next == PATH_NONE)
			return path;
		path = next;
	}
	*whole = true;
	return path;
}

uint32_t
taint_path_add(struct taint_machine *m, const struct taint_path *wanted)
{
	uint32_t path = PATH_NONE;

	for (size_t i = 0; i < wanted->n; i++) {
		path = path_add(&m->paths, path, wanted->parts[i]);
		if (path == PATH_NONE)
			break;
	}
	if (m->paths.full)
		m->lacking = "taint was given up: too many variables";
	return path;
}

int
taint_write_path(struct taint_machine *m, const struct taint_path *wanted, uint32_t node,
		 const struct taint_set *set, bool weak)
{
	bool whole;
	uint32_t path = taint_path_find(m, wanted, &whole);

	weak |= wanted->cut;
	if (m->store.dead)
		return 0;
	if (weak && whole && path < m->store.n)
		m->store.facts[path] = LENGTH_UNKNOWN;
	if (weak && !set)
		return 0;
	/* A clean part of something tainted must be known as such. */
	if (!whole && !set && !taint_store_get(&m->store, &m->sets, &m->paths, path, false))
		return 0;
	if (!whole)
		path = taint_path_add(m, wanted);
	if (path == PATH_NONE)
		return 0;
	if (set)
		set = taint_moved(&m->sets, set, m->nodes[node].start, m->nodes[node].end);
	int rc = weak ? taint_store_add(&m->store, &m->sets, &m->paths, path, set)
		      : taint_store_set(&m->store, &m->paths, path, set);
	return rc < 0 ? err_oom(m->err) : 0;
}

/* weak: what was there stays. An element that may be any never gets clean. */
int
taint_write(struct taint_machine *m, uint32_t node, const struct taint_set *set, bool weak)
{
	struct taint_path path;

	return taint_path_of(&path, m, node) ? taint_write_path(m, &path, node, set, weak) : 0;
}

/* What the rule says of the nodes within a path: `request` of request.args may be a source. */
static const struct taint_set *
sources_within(struct taint_machine *m, uint32_t node)
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
	bool whole = false;
	struct taint_path wanted;
	uint32_t path = taint_path_of(&wanted, m, node) ? taint_path_find(m, &wanted, &whole) : PATH_NONE;
	const struct taint_set *set = NULL;

	/* A part of something tainted has been assigned nothing itself. */
	if (path != PATH_NONE && (whole || !m->taint->only_assignments))
		set = taint_store_get(&m->store, &m->sets, &m->paths, path, whole);
	if (m->taint->only_assignments && !flow_is_variable(&m->unit->shape, node))
		return set;
	return taint_join(m, set, sources_within(m, node));
}

const struct taint_set *
taint_path_sources(struct taint_machine *m, uint32_t node)
{
	if (taint_is_sanitized(m, node))
		return NULL;
	const struct taint_set *set = taint_sources_at(m, node, NULL, false);
	return taint_join(m, taint_join(m, set, m->pending[node]), sources_within(m, node));
}
